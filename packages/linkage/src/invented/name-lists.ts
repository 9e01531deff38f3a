/** Common names of countries for which the name library has none in Latin script; spelled as in passports. */
interface NameList {
  female: readonly string[];
  male: readonly string[];
  surnames: readonly string[];
  feminineSurnames?: readonly string[];
}

const words = (text: string): string[] => text.split(" ");

export const ARABIC_NAMES: NameList = {
  female: words(
    "Fatima Maryam Aisha Nour Rania Layla Hala Amal Huda Zainab Khadija Samira Nadia Salma Rana Dina Lina Yasmin Mona Iman Sana Hanan Rasha Abeer Sawsan Ghada Nisreen Amina Reem Dalia Hiba Rima Farah Noor Suad Wafa Zahra Maysa Lubna Asma Safa Marwa Nawal Bushra Souad Hayat Ruba Shahd Batoul Manal Inas Najwa Widad Fadia",
  ),
  male: words(
    "Mohammed Ahmed Ali Hassan Hussein Omar Mahmoud Khaled Ibrahim Youssef Mustafa Abdullah Samir Karim Tariq Bilal Faisal Nasser Walid Ziad Rami Fadi Bassam Ghassan Adnan Amjad Anwar Ayman Firas Hamza Haitham Imad Jamal Majid Marwan Mazen Munir Nabil Nizar Osama Qasim Raed Saad Salah Sami Tamer Wael Yasser Zaid Haidar Abbas Jaafar Salim Rashid Sufyan Muhannad Iyad Hisham Kamal Luay",
  ),
  surnames: words(
    "al-Hassan al-Ahmad Hamdan Haddad Khoury Mansour Najjar Saleh Darwish Aziz al-Masri Nasser Qasim Shaheen Rahman Abbas Jaber Kassem al-Khatib Othman Yousef Zaidan Barakat Ghanem Hijazi Issa Jabbour Khalil al-Sayed Maalouf Nassar Obeid Rashid Sabbagh Taha Tawil Wahbi Younes Zoubi al-Jubouri al-Tikriti Abdulrahman Abdallah Alwan Awad Bakri Bitar Daoud Fares Farouk Habib Halabi Hamad Hashimi Ismail Jarrah Kanaan Karam al-Dulaimi Mahdi Mikhail Mourad Murad Naser Rifai Salman Sarkis Shami Sleiman Suleiman Toma Touma al-Zein Homsi Kabbani Atassi Azm Sharif",
  ),
};

export const PERSIAN_NAMES: NameList = {
  female: words(
    "Zahra Maryam Leila Shirin Parisa Niloufar Sara Mina Azadeh Nasrin Mahsa Elham Fereshteh Golnaz Hengameh Ladan Mojgan Nazanin Negar Pegah Roya Samaneh Sepideh Shabnam Simin Soraya Taraneh Yasaman Ziba Farzaneh",
  ),
  male: words(
    "Reza Ali Mohammad Amir Hossein Mehdi Saeed Behnam Arash Babak Bahram Dariush Ehsan Farhad Farid Hamid Hooman Iraj Javad Kamran Kaveh Majid Masoud Mehran Nima Omid Parviz Ramin Shahram Siavash Sohrab Vahid",
  ),
  surnames: words(
    "Hosseini Mohammadi Ahmadi Karimi Rezaei Moradi Jafari Rahimi Hashemi Akbari Ebrahimi Ghasemi Heidari Kazemi Mousavi Najafi Norouzi Rostami Sadeghi Salehi Shahidi Sharifi Soltani Tehrani Yazdani Zamani Amini Bagheri Esfahani Farahani Ghorbani Khalili Kiani Mirzaei Nazari Parsa Pourmand Rahmani Shirazi Tabrizi",
  ),
};

export const URDU_NAMES: NameList = {
  female: words(
    "Ayesha Fatima Sana Nadia Saima Rabia Amna Hina Sadia Maria Bushra Zara Noreen Shazia Rukhsana Samina Tahira Uzma Farah Mehwish Kiran Iqra Maham Nida Sidra Asma Humaira Shabana Naila Rubina",
  ),
  male: words(
    "Muhammad Ali Ahmed Usman Bilal Imran Kamran Tariq Asif Nadeem Shahid Faisal Adnan Waqar Zeeshan Hamza Junaid Khurram Naveed Omer Rizwan Saad Salman Sohail Tahir Umar Waseem Yasir Zahid Zubair Arshad Irfan",
  ),
  surnames: words(
    "Khan Ahmed Malik Hussain Iqbal Butt Chaudhry Shah Mirza Qureshi Siddiqui Sheikh Shaikh Raja Bhatti Javed Akhtar Aslam Ashraf Baig Dar Farooq Gill Hashmi Jamil Kazmi Latif Mahmood Mughal Nawaz Niazi Rana Rashid Rehman Saeed Syed Warraich Yousaf Zaman Abbasi Cheema",
  ),
};

export const FILIPINO_NAMES: NameList = {
  female: words(
    "Maria Cristina Angelica Jasmine Rosario Marites Maricel Jocelyn Rowena Lourdes Analyn Carmela Divina Erlinda Florence Gemma Imelda Jennifer Katrina Liza Mylene Norma Princess Rhea Sheryl Teresita Vilma Wilma Ailene Charito",
  ),
  male: words(
    "Jose Juan Antonio Mark Michael John Ramon Roberto Eduardo Ferdinand Angelo Benjie Carlito Danilo Ernesto Gilbert Jerome Joselito Leandro Manuel Nestor Orlando Paolo Rodel Romeo Ronaldo Salvador Virgilio Wilfredo Arnel",
  ),
  surnames: words(
    "Santos Reyes Cruz Bautista Ocampo Garcia Mendoza Torres Tomas Andrada Castillo Flores Villanueva Ramos Castro Rivera Aquino Navarro Salazar Mercado Dela-Cruz Delos-Santos Macaraeg Manalo Dimaculangan Pangilinan Lacson Magsaysay Soriano Domingo Francisco Valdez Pascual Santiago Hernandez Marquez Evangelista Velasco Tolentino Abad",
  ),
};

export const LITHUANIAN_NAMES: NameList = {
  female: words(
    "Rasa Eglė Ieva Lina Daiva Jurgita Rūta Vilma Kristina Asta Austėja Birutė Dalia Gintarė Giedrė Inga Jolanta Jūratė Laima Loreta Milda Monika Neringa Ramunė Sigita Simona Skaistė Vaida Viktorija Živilė",
  ),
  male: words(
    "Jonas Tomas Mindaugas Darius Andrius Vytautas Marius Linas Gintaras Saulius Arūnas Audrius Dainius Donatas Edvinas Evaldas Giedrius Karolis Kęstutis Laurynas Lukas Mantas Matas Nerijus Paulius Povilas Rimantas Rokas Šarūnas Žygimantas",
  ),
  surnames: words(
    "Kazlauskas Stankevičius Jankauskas Petrauskas Urbonas Butkus Vasiliauskas Žukauskas Balčiūnas Paulauskas Navickas Ramanauskas Rimkus Kavaliauskas Šimkus Bagdonas Mažeika Sakalauskas Grigas Černiauskas",
  ),
  feminineSurnames: words(
    "Kazlauskienė Stankevičienė Jankauskienė Petrauskaitė Urbonaitė Butkutė Vasiliauskienė Žukauskaitė Balčiūnaitė Paulauskienė Navickaitė Ramanauskienė Rimkutė Kavaliauskienė Šimkutė Bagdonaitė Mažeikaitė Sakalauskaitė Grigaitė Černiauskienė",
  ),
};

export const ICELANDIC_NAMES: NameList = {
  female: words(
    "Guðrún Anna Kristín Sigríður Margrét Helga Sigrún Ingibjörg Jóhanna María Hildur Ragnheiður Katrín Elín Ásta Ólöf Þórunn Birna Hrafnhildur Steinunn",
  ),
  male: words(
    "Jón Sigurður Guðmundur Gunnar Ólafur Einar Magnús Kristján Stefán Jóhann Björn Árni Bjarni Helgi Halldór Þorsteinn Ragnar Páll Haukur Þórður",
  ),
  surnames: words(
    "Jónsson Sigurðsson Guðmundsson Gunnarsson Ólafsson Einarsson Magnússon Kristjánsson Stefánsson Jóhannsson Björnsson Árnason Bjarnason Helgason Halldórsson Þorsteinsson Ragnarsson Pálsson Hauksson Þórðarson",
  ),
  feminineSurnames: words(
    "Jónsdóttir Sigurðardóttir Guðmundsdóttir Gunnarsdóttir Ólafsdóttir Einarsdóttir Magnúsdóttir Kristjánsdóttir Stefánsdóttir Jóhannsdóttir Björnsdóttir Árnadóttir Bjarnadóttir Helgadóttir Halldórsdóttir Þorsteinsdóttir Ragnarsdóttir Pálsdóttir Hauksdóttir Þórðardóttir",
  ),
};

/**
 * Forenames that stand for each other: short forms, pet names and the same name in neighbouring languages.
 * One group a line; every name of a group may be written for every other. Names are folded (no accents).
 */
const GROUPS = `
alexander aleksander aleksandr alexandr aleksandar alejandro alessandro alexandru oleksandr alex sasha sascha sander xander sandro
alexandra aleksandra alessandra alejandra oleksandra alex sasha sandra sanda
andrew andreas anders andre andrei andrej andrey andrii andrzej andres andrea andras ondrej andy drew
anthony antonio anton antoine antoni toni tony
anne anna ann ane anna-maria annika anniken anja anya ana hanna hannah annie nancy
anastasia anastasiia nastya stacy
bartholomew bartosz bartlomiej bart
benjamin ben benny benjie
bjorn bjarne
katharina katarina catherine katherine kathryn catharina katarzyna ekaterina yekaterina kateryna caterina catalina kate katie kathy kari karin karen katya kasia trine katrine cathrine kathrine katrin
charles karl carl carlos carlo karol charlie chuck carlito
christian kristian kristjan cristian chris kris
christina kristina christine kristine kirsten cristina krystyna tina stina stine kristin chris
christopher kristoffer christoffer christophe krzysztof cristobal chris topher kit
daniel dan danny danilo daniil danylo
david dave davide dawid davy
dmitri dmitry dmitrij dmitriy dmitrii dmytro dima
dorothy dorothea dorota dorte dorthe dot
edward eduardo edvard edouard eduard ed eddie ted ned
elizabeth elisabeth elisabet elzbieta elisabetta isabel isabella isabelle yelizaveta elizaveta eliza elise elsa liz lisa lise beth betty lisbeth bettina elisa bess libby
emil emilio emile
eric erik eirik erich eryk rick
eva ewa yeva eve
evgeny evgenij evgeniy evgenii yevgeny yevgeniy yevhen eugene eugenio eugen zhenya
francis francisco francesco frans franz franciszek francois frank paco pancho
frederick fredrik frederik friedrich federico fryderyk fred freddy
gabriel gabriele gabor gabe
george georg georgios georgi jerzy jorge giorgio jurgen jorgen yuri iurii yuriy jiri gheorghe
gregory grzegorz grigori grigory gregor greg
gustav gustaf gustavo gus
william wilhelm willem guillermo guillaume guglielmo vilhelm bill billy will willy liam wim
helen helena helene elena olena jelena yelena ilona ellen lena alena
henry henrik heinrich hendrik enrique enrico henri henryk harry hank heinz
hans johannes john johan johann jan jens jon jonas juan giovanni ivan ioan jean joao sean ian jack johnny hansi janos jovan yohannes ioannis yannis giannis
ignatius ignacio ignacy nacho
ingeborg inga inger
irina irena irene iryna irene
isaac isak izaak
jacob jakob jacques jaime james giacomo jakub iago diego jim jimmy jamie jake jacopo
jennifer jenny jen jenn
joseph josef jose giuseppe jozef yusuf youssef yousef yosef joe joey pepe beppe joselito jozsef
joan joanna johanna jana jane janina giovanna ivana juana jeanne ioana hanna
julia yulia yuliya juliya iuliia julija giulia julie juliana
judith judy judit
lawrence laurence lars lorenzo lorenz laurent lawrie larry
leonard leonardo leon leo lenny
louis ludwig luis luigi ludvig lewis lou ludwik louie
lucas luka lukas luke luca lukasz luc
ludmila liudmila lyudmila ljudmila mila
magdalena magdalene madeleine madeline magda lena malene
margaret margareta margarethe margrethe marguerite margarita malgorzata margit grete greta maggie meg peggy rita gosia merete marit
mark marcus markus marco marek marc marko marcos
martin marten morten marcin martino
mary maria marie mari mariam maryam miriam marija mariya mariia molly mia maja maya
matthew mathias matthias matteo mateusz matias mateo matt mats mads mathieu matej matthijs
michael mikael mikkel michel michele miguel mihai mikhail mykhailo mykola michal mihail mike mick misha mickey
mohammed muhammad mohamed mohammad muhammed mohamad mohd muhamed mahomet md
nathaniel natanael nathan nate nat
natalie natalia nataliya natalya nataliia natalija natasha
nicholas nikolai nikolay nikolaj nikolaus nicolas nicola nicolae mykola nikola nikolaos niklas nils niels nick nicky klaus claus nico miklos
olaf olav olof ole oluf olafur
olga olha helga
oliver olivier ollie
patrick patrik padraig patryk pat paddy
patricia patrycja pat patty tricia trish
paul paulus pablo paolo pal pavel pawel pavlo paweł paal poul paulo
peter petter per pedro pietro piotr pierre petr petro pyotr petros pete peder par pekka
philip filip phillip felipe filippo philippe phil
rebecca rebekka becky
richard ricardo riccardo ryszard rick dick richie
robert roberto rob robbie bob bobby bert
samuel sam sammy samuele
sebastian bastian seb
sergei sergey sergej serhii serhiy sergiy sergio serge
sophie sofie sofia sophia zofia sofya
stanislav stanislaw stas
stephen steven stefan stephan steffen esteban stefano szczepan stepan stephane etienne steve
susan susanna susanne suzanne zuzanna sue susie
svetlana svitlana sveta
terence terry terrence
theodore teodor theodor fyodor fedor fedir ted theo
theresa teresa therese teresita tess terry
thomas tomas tomasz tommaso tom tommy
timothy tim timofei
valentina valentyna valya
victor viktor vittorio vic
victoria viktoria viktoriya vicky wiktoria
vincent vincenzo vicente vince
vladimir volodymyr wladimir vlad volodya
xenia ksenia kseniya oksana
yuliana juliana
yusuf yousuf joseph youssef yusef
hussein hussain husain hossein husein
ahmed ahmad ahmet ahmat
ali aly
hassan hasan
omar umar omer
mustafa mustapha moustafa
abdullah abdallah abdulla
ibrahim ebrahim abraham ibrahima avraham abe
khalid khaled
karim kareem
rashid rasheed
tariq tarek tarik
fatima fatma fatemeh fatimah fatme
aisha ayesha aysha aicha ayse
zainab zeinab zaynab zeynep
khadija khadijah hatice
yasmin jasmin jasmine yasmine
layla leila laila leyla
`;

const groupsByName = new Map<string, Set<number>>();
const names: string[][] = [];
for (const line of GROUPS.trim().split("\n")) {
  const members = [...new Set(line.split(" "))];
  const group = names.push(members) - 1;
  for (const name of members) {
    const groups = groupsByName.get(name) ?? new Set();
    groups.add(group);
    groupsByName.set(name, groups);
  }
}

/** Names that may stand for the given folded name, without the name itself. */
export function namesStandingFor(name: string): string[] {
  const found = new Set<string>();
  for (const group of groupsByName.get(name) ?? []) for (const other of names[group] ?? []) found.add(other);
  found.delete(name);
  return [...found];
}

/** Whether two folded forenames are forms of one name (Bill and William). */
export function standForEachOther(a: string, b: string): boolean {
  const groups = groupsByName.get(a);
  const others = groups && groupsByName.get(b);
  if (!groups || !others) return false;
  for (const group of groups) if (others.has(group)) return true;
  return false;
}

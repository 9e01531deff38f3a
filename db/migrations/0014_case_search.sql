-- Full-text search over cases, alerts and documents, in Norwegian and English.

create function casework.search_words(words text) returns tsvector
  language sql immutable parallel safe
  return to_tsvector('pg_catalog.norwegian', coalesce(words, '')) || to_tsvector('pg_catalog.english', coalesce(words, ''))
    || to_tsvector('pg_catalog.simple', coalesce(words, ''));
comment on function casework.search_words is 'The words of a text as they are searched for: by their Norwegian and English stems, and as they stand for names and numbers';
grant execute on function casework.search_words to varde_app;

create function casework.search_query(words text) returns tsquery
  language sql immutable parallel safe
  return websearch_to_tsquery('pg_catalog.norwegian', words) || websearch_to_tsquery('pg_catalog.english', words)
    || websearch_to_tsquery('pg_catalog.simple', words);
comment on function casework.search_query is 'What is searched for by any of the three readings of its words; quotation marks, or and - work as in search engines';
grant execute on function casework.search_query to varde_app;

create function casework.joined(parts text[]) returns text
  language sql immutable parallel safe
  return array_to_string(parts, ' ');
comment on function casework.joined is 'Texts one after another, as an index may use it';
grant execute on function casework.joined to varde_app;

create index case_attachments_words on casework.case_attachments
  using gin (casework.search_words(coalesce(title, '') || ' ' || file_name || ' ' || casework.joined(pages)));
create index case_notes_words on casework.case_notes using gin (casework.search_words(text));
create index case_decisions_words on casework.case_decisions using gin (casework.search_words(letter));
create index cases_words on casework.cases
  using gin (casework.search_words(number || ' ' || coalesce(forename, '') || ' ' || coalesce(surname, '')));
create index alert_versions_words on casework.alert_versions using gin (casework.search_words(
  coalesce(alert_number, '') || ' ' || coalesce(forename, '') || ' ' || coalesce(surname, '') || ' ' ||
  coalesce(earlier_names, '') || ' ' || coalesce(authority, '') || ' ' || coalesce(measure, '')));

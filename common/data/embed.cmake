# Writes a C++ source that holds tables as strings, so that no program reads a file to know the
# countries. Run as: cmake -DOUTPUT=x.cpp -DTABLES=a.tsv,b.tsv -P embed.cmake
# A table common/data/name.tsv becomes the function name_tsv(), declared in common/data/tables.h.
string(REPLACE "," ";" tables "${TABLES}")
set(source "#include \"common/data/tables.h\"\n\nnamespace dateline {\n")
foreach(table IN LISTS tables)
  get_filename_component(name "${table}" NAME_WE)
  file(READ "${table}" text)
  string(APPEND source "\nstd::string_view ${name}_tsv() { return R\"tsv(${text})tsv\"; }\n")
endforeach()
string(APPEND source "\n}  // namespace dateline\n")
file(WRITE "${OUTPUT}" "${source}")

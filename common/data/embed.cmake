# Writes a C++ source that holds a table as a string, so that no program reads a file to know the
# countries. Run as: cmake -DOUTPUT=x.cpp -DTABLE=name.tsv -P embed.cmake
# The table common/data/name.tsv becomes the function name_tsv(), declared in common/data/tables.h.
get_filename_component(name "${TABLE}" NAME_WE)
file(READ "${TABLE}" text)
file(WRITE "${OUTPUT}" "#include \"common/data/tables.h\"

namespace dateline {

std::string_view ${name}_tsv() { return R\"tsv(${text})tsv\"; }

}  // namespace dateline
")

# What every target of the project shares.

add_library(szukajst_options INTERFACE)
target_compile_options(szukajst_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Wimplicit-fallthrough -Werror
  -Wno-restrict)  # g++ 12 sees overlaps in its own string library (GCC bug 105651)
target_include_directories(szukajst_options INTERFACE ${PROJECT_SOURCE_DIR})

set(SZUKAJST_SANITIZE "" CACHE STRING "sanitizers to build with, as -fsanitize takes them")
if(SZUKAJST_SANITIZE)
  # g++ 12 takes instrumented code of its own library for uninitialised.
  add_compile_options(-fsanitize=${SZUKAJST_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
                      -Wno-error=maybe-uninitialized)
  add_link_options(-fsanitize=${SZUKAJST_SANITIZE})
endif()

# What is measured and shipped allocates with mimalloc: documents are read in small pieces. Sanitizers bring
# an allocator of their own.
if(NOT SZUKAJST_SANITIZE)
  find_library(SZUKAJST_MIMALLOC mimalloc REQUIRED)
endif()

find_program(SZUKAJST_CCACHE ccache)
if(SZUKAJST_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${SZUKAJST_CCACHE})
endif()

# Where the program finds its data when run from the build tree: language tables, gazetteer,
# page templates. An installed program looks in ../share/szukajst beside itself first.
set(SZUKAJST_BUILD_SHARE ${PROJECT_BINARY_DIR}/share/szukajst)
file(MAKE_DIRECTORY ${SZUKAJST_BUILD_SHARE})

# szukajst_library(NAME SOURCES … [LINKS …] [PRIVATE_LINKS …]): the static library of a folder.
# LINKS are other folders of the project; PRIVATE_LINKS are vendors, which no header shows.
function(szukajst_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(szukajst_${name} STATIC ${ARG_SOURCES})
  target_link_libraries(szukajst_${name} PUBLIC szukajst_options ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
endfunction()

# szukajst_program(NAME …): programs, which stand at the top of the build tree.
function(szukajst_program)
  foreach(name IN LISTS ARGV)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
    if(NOT SZUKAJST_SANITIZE)
      target_sources(${name} PRIVATE ${PROJECT_SOURCE_DIR}/core/allocator.cpp)
      target_link_libraries(${name} PRIVATE ${SZUKAJST_MIMALLOC})
      # core/large_pages.h moves whole pages of 2 MiB: the code begins with one
      target_link_options(${name} PRIVATE -Wl,-z,max-page-size=2097152)
    endif()
  endforeach()
endfunction()

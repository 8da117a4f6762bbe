# Small files that include much are compiled five at a time, which shortens a cold build by minutes
# (docs/adr/0010). What two files of such a target name alike belongs into a header of both.
option(GUANWU_IN_GROUPS "Compile the files of a target in groups" OFF)

function(guanwu_compile_in_groups)
  if(GUANWU_IN_GROUPS)
    set_target_properties(${ARGN} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${GUANWU_GROUP_SIZE})
  endif()
endfunction()
set(GUANWU_GROUP_SIZE 5)

# Files of one family that say the same in the same words, each for itself: they are compiled alone.
function(guanwu_compile_apart)
  set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

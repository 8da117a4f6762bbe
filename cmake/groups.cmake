# Files that do little and include much are compiled five at a time, which shortens a cold build by minutes
# (docs/adr/0010). What two files of such a target name alike belongs into a header of both.
option(GUANWU_IN_GROUPS "Compile the files of tests, command line and client in groups" OFF)

function(guanwu_compile_in_groups)
  if(GUANWU_IN_GROUPS)
    set_target_properties(${ARGN} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 5)
  endif()
endfunction()

# qmllint says nothing about any QML file of the client.
execute_process(COMMAND ${CMAKE_COMMAND} --build ${BUILD} --target all_qmllint
    OUTPUT_VARIABLE said ERROR_VARIABLE said RESULT_VARIABLE status)
string(REGEX MATCHALL "[^\n]*(Warning|Error):[^\n]*" warnings "${said}")
if(warnings OR NOT status EQUAL 0)
  list(JOIN warnings "\n" text)
  message(FATAL_ERROR "qmllint (status ${status}):\n${text}")
endif()

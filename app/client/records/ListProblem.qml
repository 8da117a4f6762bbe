import QtQuick
import Guanwu.Controls
import Guanwu.Records

// What went wrong with a list, and asking for it again.
ProblemBanner {
    id: root

    required property PagedRecords records

    problem: records.problem !== "" ? records.problem : records.sortRefusal
    actionText: records.problem !== "" ? qsTr("Try again") : ""
    onActionRequested: records.retry()
}

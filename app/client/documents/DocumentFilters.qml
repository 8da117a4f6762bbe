import QtQuick
import Guanwu.Documents
import Guanwu.Registry
import Guanwu.Session

// What narrows the list of documents: kind, state, unit, and by when the open step is due.
FilterButtons {
    id: root

    required property ClientSession session

    function dayIn(days: int): string {
        const day = new Date();
        day.setDate(day.getDate() + days);
        return Qt.formatDate(day, "yyyy-MM-dd");
    }

    calls: session.calls
    kept: []
    onChangedTo: query => root.query = query
    filters: [
        {
            key: "kind",
            kind: "choice",
            title: qsTr("Kind"),
            icon: "list",
            choices: DocumentNames.kinds
        },
        {
            key: "state",
            kind: "choice",
            title: qsTr("State"),
            icon: "flag",
            choices: DocumentNames.states
        },
        {
            key: "due_by",
            kind: "choice",
            title: qsTr("Deadline"),
            icon: "clock",
            choices: [
                {
                    value: dayIn(-1),
                    text: qsTr("Late")
                },
                {
                    value: dayIn(0),
                    text: qsTr("Due today or late")
                },
                {
                    value: dayIn(7),
                    text: qsTr("Due within a week")
                }
            ]
        },
        {
            key: "unit",
            kind: "unit",
            title: qsTr("Unit"),
            icon: "building"
        }
    ]
}

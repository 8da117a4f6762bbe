import QtQuick
import Guanwu.Registry
import Guanwu.Session

// What narrows the list of cards.
FilterButtons {
    id: root

    required property ClientSession session

    calls: session.calls
    filters: [
        {
            key: "use_state",
            kind: "choice",
            title: qsTr("State"),
            icon: "flag",
            choices: RegistryNames.choices("use_state")
        },
        {
            key: "place",
            kind: "place",
            title: qsTr("Place"),
            icon: "door"
        },
        {
            key: "class",
            kind: "class",
            title: qsTr("Class"),
            icon: "list"
        },
        {
            key: "user",
            kind: "person",
            title: qsTr("User"),
            icon: "user"
        },
        {
            key: "unit",
            kind: "unit",
            title: qsTr("Unit"),
            icon: "building"
        }
    ]
}

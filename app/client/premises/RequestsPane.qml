import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Forms
import Guanwu.Premises
import Guanwu.Records
import Guanwu.Registry
import Guanwu.Session
import Guanwu.Theme

// From the need of a unit to rooms: what it may have beside what it uses, which rooms are proposed and why, and the
// requests under way.
Item {
    id: root

    required property ClientSession session
    required property DocumentKinds kinds
    required property bool isCompact
    required property bool isExpanded
    property string unit: session.unit
    property string unitName
    property bool everybody: false
    property bool isWanted: false // nothing is asked for before it is looked at
    readonly property var calls: isWanted ? session.calls : null
    readonly property var ofUnit: check.value
    readonly property var proposal: proposed.value
    readonly property bool hasRooms: (proposal.rooms || []).length > 0

    signal writeRequested(var from)
    signal documentRequested(string no)

    function reload() {
        check.reload();
        proposed.reload();
        requests.reload();
    }

    onVisibleChanged: isWanted = isWanted || visible
    Component.onCompleted: isWanted = isWanted || visible

    OneRecord {
        id: check
        calls: root.calls
        parts: ["space", "units", root.unit]
    }
    OneRecord {
        id: proposed
        calls: root.calls
        parts: ["space", "units", root.unit, "proposal"]
        query: ({
                everybody: root.everybody ? "true" : ""
            })
    }
    PagedRecords {
        id: requests
        calls: root.calls
        path: "/documents"
        rowsKey: "documents"
        idKey: "no"
        query: ({
                kind: "space"
            })
        onRestarted: look(0, 50)
        Component.onCompleted: look(0, 50)
    }
    PageHeader {
        id: header
        width: parent.width
        z: 1
        title: qsTr("Rooms for a unit")
        subtitle: check.isThere ? root.ofUnit.name : root.unitName

        ActionButton {
            objectName: "chooseUnit"
            visible: root.session.unit === ""
            text: root.isCompact ? qsTr("Unit…") : qsTr("Choose the unit…")
            iconName: "building"
            onClicked: picker.open()
        }
        ActionButton {
            objectName: "newRequest"
            visible: root.session.mayFileDocuments()
            text: root.isCompact ? qsTr("New") : qsTr("New request…")
            iconName: "plus"
            onClicked: root.writeRequested({
                kind: "space",
                method: "allocate",
                values: {
                    "unit": root.unit,
                    "unit.shown": root.ofUnit.name || ""
                }
            })
        }
    }
    EmptyState {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        visible: root.unit === ""
        iconName: "building"
        title: qsTr("For which unit?")
        hint: qsTr("Its area is checked against the standard, and rooms are proposed.")
        actionText: qsTr("Choose the unit…")
        onActionRequested: picker.open()
    }
    Flickable {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        visible: root.unit !== ""
        contentHeight: column.height + 2 * Theme.gapLarge
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ThinScrollBar {}

        Column {
            id: column
            x: root.isCompact ? Theme.gap : Theme.gapLarge
            y: Theme.gapLarge
            width: Math.min(1000, parent.width - 2 * x)
            spacing: Theme.gapLarge

            ProblemBanner {
                width: parent.width
                problem: check.problem !== "" ? check.problem : proposed.problem
                actionText: qsTr("Try again")
                onActionRequested: root.reload()
            }
            SectionPanel {
                visible: check.isThere
                width: parent.width
                title: qsTr("1. Area check")
                note: qsTr("What the unit uses beside what its posts allow; a limit is a maximum and no entitlement.")

                Repeater {
                    model: check.isThere ? SpaceNames.checkMeters(root.ofUnit) : []

                    Meter {
                        required property var modelData

                        width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                        label: modelData.label
                        figures: modelData.figures
                        value: modelData.part
                        tone: Theme.named(modelData.tone)
                    }
                }
                ValueRows {
                    width: parent.width
                    rows: check.isThere ? SpaceNames.checkRows(root.ofUnit) : []
                }
            }
            SectionPanel {
                visible: proposed.isThere
                width: parent.width
                title: qsTr("2. Proposal")
                note: SpaceNames.proposalNote(root.proposal)

                ChoiceChips {
                    width: parent.width
                    choices: [
                        {
                            value: false,
                            text: qsTr("Those without a room")
                        },
                        {
                            value: true,
                            text: qsTr("Everybody anew, fewest moves")
                        }
                    ]
                    chosen: root.everybody
                    onPicked: value => root.everybody = value
                }
                Repeater {
                    model: proposed.isThere ? SpaceNames.proposalRows(root.proposal) : []

                    StoryLine {
                        required property var modelData

                        width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                        row: modelData
                    }
                }
                ActionButton {
                    objectName: "requestProposed"
                    visible: root.session.mayFileDocuments() && SpaceNames.poolRooms(root.proposal).length > 0
                    text: qsTr("Request the rooms of the pool…")
                    iconName: "sign"
                    kind: ActionButton.Primary
                    onClicked: {
                        const rooms = SpaceNames.poolRooms(root.proposal);
                        root.writeRequested({
                            kind: "space",
                            method: "allocate",
                            values: {
                                "unit": root.unit,
                                "unit.shown": root.ofUnit.name || "",
                                "wanted_m2": SpaceNames.poolArea(root.proposal),
                                "reason": qsTr("Proposed rooms: %1").arg(rooms.join("；"))
                            }
                        });
                    }
                }
            }
            SectionPanel {
                width: parent.width
                title: qsTr("3. Requests under way, and use certificates")
                note: qsTr("A request is decided in its steps; after the handover the unit has a use certificate.")

                PlainText {
                    visible: requests.isAnswered && requests.count === 0
                    width: parent.width
                    text: qsTr("No request yet.")
                    muted: true
                }
                Repeater {
                    model: requests.revision >= 0 ? Math.min(requests.count, 50) : 0

                    StoryLine {
                        id: request

                        required property int index
                        readonly property var document: requests.revision >= 0 ? requests.record(index) : ({}) // qmllint disable unqualified

                        width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                        row: SpaceNames.requestRow(document, root.kinds.methodNames) // qmllint disable unqualified
                        canOpen: true
                        onOpened: root.documentRequested(document.no) // qmllint disable unqualified
                    }
                }
            }
        }
    }
    ReferencePicker {
        id: picker
        title: qsTr("For which unit?")
        calls: root.session.calls
        kind: "unit"
        onChosen: (value, text) => {
            root.unit = value;
            root.unitName = text;
        }
    }
}

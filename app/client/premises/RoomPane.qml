import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Files
import Guanwu.Forms
import Guanwu.Premises
import Guanwu.Records
import Guanwu.Session
import Guanwu.Theme

// The story of one room: who holds it, who uses it, who is on paper; the people in it and what the standard says of them;
// what it was before, and the documents that moved it.
Rectangle {
    id: root

    required property ClientSession session
    required property string room
    readonly property var told: record.value
    readonly property var seats: record.isThere ? SpaceNames.seatRows(told) : []
    readonly property bool mayChange: session.mayFileDocuments() && (session.unit === "" || told.used_by && told.used_by.code === session.unit || false)
    readonly property bool isOver: told.finding ? told.finding.over : false
    readonly property bool isHolderGone: (told.holder_ended_on || "") !== ""
    // Of whom it is taken back: who holds it, or of a body that is no more, whoever uses it since.
    readonly property var owner: (isHolderGone ? told.used_by : told.held_by || told.used_by) || null

    signal backRequested
    signal changed
    signal writeRequested(var from)
    signal documentRequested(string no)

    function today(): string {
        return Qt.formatDate(new Date(), "yyyy-MM-dd");
    }
    function reload() {
        record.reload();
    }

    color: Theme.page
    onRoomChanged: printing.forget()

    OneRecord {
        id: record
        calls: root.session.calls
        parts: ["space", "rooms", root.room]
    }
    ChangeCall {
        id: sending
        calls: root.session.calls
        onDone: {
            record.reload();
            root.changed();
        }
    }
    SavedAnswer {
        id: printing
        calls: root.session.calls
    }
    PageHeader {
        id: header
        width: parent.width
        z: 1
        title: root.told.name || root.room
        subtitle: root.told.compound && root.told.compound.name ? qsTr("%1 · %2").arg(root.told.compound.name).arg(root.room) : root.room
        canGoBack: true
        onBackRequested: root.backRequested()
    }
    Flickable {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: column.height + 2 * Theme.gapLarge
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ThinScrollBar {}

        Column {
            id: column
            x: Theme.gapLarge
            y: Theme.gapLarge
            width: Math.min(860, parent.width - 2 * Theme.gapLarge)
            spacing: Theme.gapLarge

            ProblemBanner {
                width: parent.width
                problem: record.problem !== "" ? record.problem : printing.problem
                actionText: record.problem !== "" ? qsTr("Try again") : ""
                onActionRequested: record.reload()
            }
            Flow {
                visible: record.isThere
                width: parent.width
                spacing: Theme.gap

                Repeater {
                    model: record.isThere ? SpaceNames.chips(root.told) : []

                    StateChip {
                        required property var modelData

                        text: modelData.text
                        iconName: modelData.icon
                        tone: Theme.named(modelData.tone)
                        width: Math.min(implicitWidth, column.width) // qmllint disable unqualified
                    }
                }
            }
            SectionPanel {
                visible: record.isThere
                width: parent.width
                title: qsTr("Whose it is")

                ValueRows {
                    width: parent.width
                    rows: record.isThere ? SpaceNames.whoRows(root.told) : []
                }
                ActionButton {
                    objectName: "printCertificate"
                    visible: (root.told.use_certificate || "") !== ""
                    text: printing.writtenPath !== "" ? qsTr("Written") : qsTr("Use certificate as PDF…")
                    iconName: printing.writtenPath !== "" ? "check" : "print"
                    enabled: !printing.busy
                    onClicked: target.ask(root.told.use_certificate) // qmllint disable unqualified
                }
            }
            SectionPanel {
                visible: record.isThere
                width: parent.width
                title: qsTr("Area and standard")

                ValueRows {
                    width: parent.width
                    rows: record.isThere ? SpaceNames.areaRows(root.told) : []
                }
                ActionButton {
                    objectName: "noteOver"
                    visible: root.isOver && root.mayChange
                    text: qsTr("Reason and deadline…")
                    iconName: "edit"
                    onClicked: {
                        note.clear();
                        note.set("reason", root.told.over_reason || "");
                        note.set("deadline", root.told.over_deadline || "");
                        noting.open();
                    }
                }
            }
            SectionPanel {
                visible: record.isThere
                width: parent.width
                title: qsTr("People")

                PlainText {
                    visible: root.seats.length === 0
                    width: parent.width
                    text: qsTr("Nobody is registered in this room.")
                    muted: true
                    wrapMode: Text.Wrap
                }
                Repeater {
                    model: root.seats

                    RowLayout {
                        id: seat

                        required property var modelData

                        width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                        spacing: Theme.gap

                        Icon {
                            name: seat.modelData.icon
                            color: Theme.named(seat.modelData.tone)
                            Layout.preferredWidth: 22
                            Layout.preferredHeight: 22
                            Layout.alignment: Qt.AlignTop
                        }
                        ColumnLayout {
                            spacing: 2
                            Layout.fillWidth: true

                            PlainText {
                                text: seat.modelData.title
                                wrapMode: Text.Wrap
                                Layout.fillWidth: true
                            }
                            PlainText {
                                text: seat.modelData.subtitle
                                muted: true
                                font.pixelSize: Theme.captionSize
                                wrapMode: Text.Wrap
                                Layout.fillWidth: true
                            }
                        }
                        IconButton {
                            visible: root.mayChange // qmllint disable unqualified
                            iconName: seat.modelData.isEnded ? "check" : "forward"
                            text: seat.modelData.isEnded ? qsTr("Has given the room back") : qsTr("Leaves the room…")
                            onClicked: {
                                leaving.who = seat.modelData; // qmllint disable unqualified
                                left.spec = leaving.specOf(seat.modelData.isEnded); // qmllint disable unqualified
                                leaving.open(); // qmllint disable unqualified
                            }
                        }
                    }
                }
                ActionButton {
                    objectName: "addSeat"
                    visible: root.mayChange && root.told.kind === "office"
                    text: qsTr("Somebody moves in…")
                    iconName: "plus"
                    onClicked: {
                        wish.clear();
                        seating.open();
                    }
                }
            }
            Flow {
                visible: record.isThere && root.session.mayFileDocuments()
                width: parent.width
                spacing: Theme.gap

                ActionButton {
                    objectName: "requestRoom"
                    visible: root.told.state === "available" || root.told.state === "idle"
                    text: qsTr("Allocate it…")
                    iconName: "plus"
                    kind: ActionButton.Primary
                    onClicked: root.writeRequested({
                        kind: "space",
                        method: "allocate",
                        values: {
                            "wanted_m2": root.told.usable_m2,
                            "reason": qsTr("Room: %1").arg(root.room)
                        }
                    })
                }
                ActionButton {
                    objectName: "changeRoom"
                    visible: root.session.unit === ""
                    text: qsTr("Put it right…")
                    iconName: "edit"
                    onClicked: putting.ask()
                }
                ActionButton {
                    objectName: "takeBack"
                    visible: root.session.unit === "" && root.owner !== null
                    text: qsTr("Take it back…")
                    iconName: "undo"
                    onClicked: root.writeRequested({
                        kind: "space",
                        method: "take_back",
                        values: {
                            "unit": root.owner.code,
                            "unit.shown": root.owner.name,
                            "rooms": root.room,
                            "rooms.shown": root.told.name,
                            "ground": root.isHolderGone ? "abolished" : root.isOver ? "over_standard" : "left"
                        }
                    })
                }
            }
            SectionPanel {
                visible: record.isThere && history.count > 0
                width: parent.width
                title: qsTr("What it was before")

                Repeater {
                    id: history
                    model: record.isThere ? SpaceNames.historyRows(root.told) : []

                    StoryLine {
                        required property var modelData

                        width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                        row: modelData
                    }
                }
            }
            SectionPanel {
                visible: record.isThere && papers.count > 0
                width: parent.width
                title: qsTr("Documents")

                Repeater {
                    id: papers
                    model: record.isThere ? SpaceNames.documentRows(root.told) : []

                    StoryLine {
                        required property var modelData

                        width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                        row: modelData
                        canOpen: true
                        onOpened: root.documentRequested(modelData.no) // qmllint disable unqualified
                    }
                }
            }
        }
    }
    FormDialog {
        id: noting
        objectName: "noteDialog"
        title: qsTr("Why it is still above the standard")
        confirmText: qsTr("Save")
        calls: root.session.calls
        call: sending
        fields: AskedFields {
            id: note
            spec: [
                {
                    token: "reason",
                    label: qsTr("Reason"),
                    isRequired: true
                },
                {
                    token: "deadline",
                    label: qsTr("To be put right by"),
                    editing: "date"
                }
            ]
        }
        onFilled: sending.send("POST", ["space", "rooms", root.room, "note"], note.filled())
    }
    RoomChangeDialog {
        id: putting
        session: root.session
        call: sending
        told: root.told
    }
    FormDialog {
        id: seating
        objectName: "seatDialog"
        title: qsTr("Who moves in?")
        confirmText: qsTr("Register")
        calls: root.session.calls
        call: sending
        unit: root.told.used_by ? root.told.used_by.code : ""
        fields: AskedFields {
            id: wish
            spec: [
                {
                    token: "person",
                    label: qsTr("Person"),
                    editing: "person",
                    isRequired: true
                },
                {
                    token: "kind",
                    label: qsTr("As"),
                    editing: "choice",
                    choices: SpaceNames.seatKinds,
                    value: "main",
                    isRequired: true
                },
                {
                    token: "from",
                    label: qsTr("Since"),
                    editing: "date",
                    value: root.today()
                },
                {
                    token: "approval_no",
                    label: qsTr("Approval, of the room of a second post")
                }
            ]
        }
        onFilled: sending.send("POST", ["space", "seats"], Object.assign({
            room: root.room
        }, wish.filled()))
    }
    FormDialog {
        id: leaving

        property var who: ({})

        function specOf(isEnded: bool): var {
            const day = {
                token: "on",
                label: isEnded ? qsTr("Given back on") : qsTr("Since"),
                editing: "date",
                value: root.today(),
                isRequired: true
            };
            return isEnded ? [day] : [
                {
                    token: "ground",
                    label: qsTr("Why"),
                    editing: "choice",
                    choices: SpaceNames.seatEnds,
                    value: "left",
                    isRequired: true
                },
                day];
        }

        objectName: "leaveDialog"
        title: who.isEnded ? qsTr("%1 has given the room back").arg(who.name) : qsTr("%1 leaves the room").arg(who.name || "")
        message: who.isEnded ? "" : qsTr("The room is due back from that day; when it is empty, note that it was given back.")
        confirmText: qsTr("Note it")
        calls: root.session.calls
        call: sending
        fields: AskedFields {
            id: left
        }
        onFilled: sending.send("POST", ["space", "seats", who.isEnded ? "return" : "end"], Object.assign({
            room: root.room,
            person: who.person
        }, left.filled()))
    }
    SaveDialog {
        id: target
        defaultSuffix: "pdf"
        nameFilters: [qsTr("PDF (*.pdf)")]
        onAccepted: printing.save("GET", ["space", "use-certificates", root.told.use_certificate, "form.pdf"], selectedFile)
    }
}

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Entries
import Guanwu.Forms
import Guanwu.Session
import Guanwu.Theme

// One entry of a register, with what hangs on it and what happened to it.
Rectangle {
    id: root

    required property ClientSession session
    required property RegisterTypes types
    required property string kind
    required property string number
    readonly property alias view: view

    signal backRequested
    signal opened(string number)
    signal changed

    color: Theme.page

    EntryView {
        id: view
        calls: root.session.calls
        types: root.types
        kind: root.kind
        number: root.number
    }
    PageHeader {
        id: header
        width: parent.width
        z: 1
        title: view.title
        subtitle: view.subtitle
        canGoBack: true
        onBackRequested: root.backRequested()

        IconButton {
            objectName: "correctEntry"
            visible: root.session.mayFileDocuments() && view.isThere
            iconName: "edit"
            text: qsTr("Correct")
            onClicked: dialog.correct(view.type, root.number, view.values, view.revision)
        }
    }
    Flickable {
        id: flick
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: column.height + 2 * Theme.gapLarge
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ThinScrollBar {}
        Keys.onUpPressed: contentY = Math.max(0, contentY - 80)
        Keys.onDownPressed: contentY = Math.max(0, Math.min(contentHeight - height, contentY + 80))

        Column {
            id: column
            x: Theme.gapLarge
            y: Theme.gapLarge
            width: Math.min(1000, parent.width - 2 * Theme.gapLarge)
            spacing: Theme.gapLarge

            ProblemBanner {
                width: parent.width
                problem: view.problem
                actionText: qsTr("Try again")
                onActionRequested: view.reload()
            }
            SectionPanel {
                visible: view.isThere
                width: parent.width
                title: ""

                StateChip {
                    text: view.stateName
                    iconName: view.findings.length > 0 ? "alert" : "info"
                    tone: view.findings.length > 0 ? Theme.warning : Theme.info
                }
                Column {
                    width: parent.width
                    spacing: Theme.gapSmall

                    Repeater {
                        model: view.findings

                        RowLayout {
                            id: finding

                            required property string modelData

                            width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                            spacing: Theme.gap

                            Icon {
                                name: "alert"
                                color: Theme.warning
                                Layout.preferredWidth: 20
                                Layout.preferredHeight: 20
                            }
                            PlainText {
                                text: finding.modelData
                                wrapMode: Text.Wrap
                                Layout.fillWidth: true
                            }
                        }
                    }
                }
                Flow {
                    width: parent.width
                    spacing: Theme.gap
                    visible: root.session.mayFileDocuments()

                    Repeater {
                        model: view.steps

                        ActionButton {
                            required property int index
                            required property var modelData

                            objectName: "step-" + modelData.value
                            text: modelData.text
                            kind: modelData.value === "void" ? ActionButton.Quiet : index === 0 ? ActionButton.Primary : ActionButton.Secondary
                            onClicked: dialog.take(view.type, root.number, modelData.value, view.values, view.revision) // qmllint disable unqualified
                        }
                    }
                }
            }
            SectionPanel {
                visible: view.rows.length > 0
                width: parent.width
                title: qsTr("What is known")

                ValueRows {
                    width: parent.width
                    rows: view.rows
                }
            }
            Repeater {
                model: view.isThere ? root.types.partsOf(view.type) : []

                EntryParts {
                    required property var modelData

                    width: column.width // qmllint disable unqualified
                    session: root.session // qmllint disable unqualified
                    types: root.types // qmllint disable unqualified
                    kind: root.kind // qmllint disable unqualified
                    type: modelData.value
                    parentNo: root.number // qmllint disable unqualified
                    onOpened: number => root.opened(number) // qmllint disable unqualified
                    onEnterRequested: type => dialog.add(type, root.number) // qmllint disable unqualified
                }
            }
            SectionPanel {
                visible: view.history.length > 0
                width: parent.width
                title: qsTr("History")

                Repeater {
                    model: view.history

                    Column {
                        id: event

                        required property var modelData

                        width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                        spacing: 2

                        PlainText {
                            width: parent.width
                            text: event.modelData.title
                            wrapMode: Text.Wrap
                        }
                        PlainText {
                            width: parent.width
                            text: event.modelData.subtitle
                            muted: true
                            font.pixelSize: Theme.captionSize
                        }
                        PlainText {
                            visible: text !== ""
                            width: parent.width
                            text: event.modelData.changes
                            muted: true
                            font.pixelSize: Theme.captionSize
                            wrapMode: Text.Wrap
                        }
                    }
                }
            }
        }
    }
    EntryDialog {
        id: dialog
        calls: root.session.calls
        types: root.types
        kind: root.kind
        ownUnit: view.unit
        onDone: {
            view.reload();
            root.changed();
        }
    }
}

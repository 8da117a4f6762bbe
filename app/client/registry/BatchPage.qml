import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Registry
import Guanwu.Session
import Guanwu.Theme

// One change for many cards: what to set, then what that would do, then the change.
Rectangle {
    id: root

    required property ClientSession session
    required property BatchChange change
    required property string what // the cards in words
    readonly property bool isWide: width > 900

    signal backRequested

    color: Theme.page

    PageHeader {
        id: header
        width: parent.width
        z: 1
        title: qsTr("Change many cards")
        subtitle: root.what
        canGoBack: true
        onBackRequested: root.backRequested()
    }
    Flickable {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: grid.height + 2 * Theme.gapLarge
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ThinScrollBar {}

        GridLayout {
            id: grid
            x: Theme.gapLarge
            y: Theme.gapLarge
            width: parent.width - 2 * Theme.gapLarge
            columns: root.isWide ? 2 : 1
            columnSpacing: Theme.gapLarge
            rowSpacing: Theme.gapLarge

            Panel {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop

                Column {
                    width: parent.width
                    spacing: Theme.gapLarge

                    PlainText {
                        text: qsTr("What to set")
                        font.weight: Font.DemiBold
                    }
                    Repeater {
                        model: root.change.fields

                        RowLayout {
                            id: line

                            required property var model

                            width: parent.width
                            spacing: Theme.gap

                            FieldEditor {
                                calls: root.session.calls // qmllint disable unqualified
                                token: line.model.token
                                label: line.model.label
                                editing: line.model.editing
                                value: line.model.value
                                shown: line.model.shown
                                problem: line.model.problem
                                isLocked: false
                                isChanged: false
                                isRequired: false
                                choices: line.model.choices
                                unit: root.session.unit // qmllint disable unqualified
                                Layout.fillWidth: true
                                onEdited: (value, shown) => root.change.set(line.model.token, value, shown) // qmllint disable unqualified
                            }
                            IconButton {
                                iconName: "cross"
                                text: qsTr("Do not set")
                                Layout.alignment: Qt.AlignBottom
                                onClicked: root.change.remove(line.model.token) // qmllint disable unqualified
                            }
                        }
                    }
                    PlainText {
                        width: parent.width
                        visible: root.change.fields.count > 0
                        text: qsTr("A field that is left empty is cleared.")
                        muted: true
                        font.pixelSize: Theme.captionSize
                        wrapMode: Text.Wrap
                    }
                    ActionButton {
                        objectName: "addField"
                        text: qsTr("Add a field")
                        iconName: "plus"
                        onClicked: picker.open()
                    }
                    TextEntry {
                        id: reason
                        objectName: "batchReason"
                        width: parent.width
                        label: qsTr("Why (stands in the history of each card)")
                    }
                    ProblemBanner {
                        width: parent.width
                        problem: root.change.problem
                    }
                    ActionButton {
                        objectName: "preview"
                        width: parent.width
                        text: root.change.busy ? qsTr("Looking…") : qsTr("Show what would change")
                        kind: root.change.isPreviewed ? ActionButton.Secondary : ActionButton.Primary
                        enabled: !root.change.busy && root.change.fields.count > 0
                        onClicked: root.change.preview(reason.text)
                    }
                }
            }
            Panel {
                visible: root.change.isPreviewed
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop

                Column {
                    width: parent.width
                    spacing: Theme.gapLarge

                    Flow {
                        width: parent.width
                        spacing: Theme.gap

                        StateChip {
                            text: qsTr("%1 change").arg(root.change.changing)
                            iconName: "edit"
                            tone: Theme.info
                        }
                        StateChip {
                            visible: root.change.unchanged > 0
                            text: qsTr("%1 are so already").arg(root.change.unchanged)
                            iconName: "check"
                            tone: Theme.neutral
                        }
                        StateChip {
                            visible: root.change.refused > 0
                            text: qsTr("%1 stay as they are").arg(root.change.refused)
                            iconName: "alert"
                            tone: Theme.warning
                        }
                    }
                    ActionButton {
                        objectName: "apply"
                        width: parent.width
                        kind: ActionButton.Primary
                        text: root.change.busy ? qsTr("Changing…") : qsTr("Change %1 cards").arg(root.change.changing)
                        enabled: !root.change.busy && root.change.changing > 0
                        onClicked: root.change.apply()
                    }
                    Repeater {
                        model: root.change.refusals

                        RowLayout {
                            id: refusal

                            required property var modelData

                            width: parent.width
                            spacing: Theme.gap

                            Icon {
                                name: "alert"
                                color: Theme.warning
                                Layout.alignment: Qt.AlignTop
                            }
                            PlainText {
                                text: qsTr("%1: %2").arg(refusal.modelData.number).arg(refusal.modelData.message)
                                wrapMode: Text.Wrap
                                Layout.fillWidth: true
                            }
                        }
                    }
                    Repeater {
                        model: root.change.shown

                        ColumnLayout {
                            id: card

                            required property var modelData

                            width: parent.width
                            spacing: Theme.gapSmall

                            PlainText {
                                text: card.modelData.name
                                elide: Text.ElideRight
                                Layout.fillWidth: true
                            }
                            PlainText {
                                text: card.modelData.number
                                muted: true
                                font.pixelSize: Theme.captionSize
                            }
                            Repeater {
                                model: card.modelData.fields

                                PlainText {
                                    required property var modelData

                                    text: qsTr("%1: %2 → %3").arg(modelData.label).arg(modelData.before || qsTr("nothing")).arg(modelData.after || qsTr("nothing"))
                                    wrapMode: Text.Wrap
                                    Layout.fillWidth: true
                                }
                            }
                        }
                    }
                    PlainText {
                        visible: root.change.changing > root.change.shown.length
                        width: parent.width
                        text: qsTr("The first %1 are shown; all of them can be taken back afterwards.").arg(root.change.shown.length)
                        muted: true
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
    }
    ReferencePicker {
        id: picker
        calls: root.session.calls
        kind: "choice"
        title: qsTr("Which field")
        choices: root.change.choices
        onChosen: (value, text) => root.change.add(value)
    }
}

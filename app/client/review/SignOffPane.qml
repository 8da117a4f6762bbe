import QtQuick
import QtQuick.Layouts
import Guanwu.Campaign
import Guanwu.Controls
import Guanwu.Review
import Guanwu.Theme

// The way of a sheet to its approval: where it is, its figures, what stands in the way, and the next signature.
Flickable {
    id: root

    required property SheetView sheet
    required property bool isCompact

    contentHeight: column.implicitHeight + 2 * Theme.gapLarge
    boundsBehavior: Flickable.StopAtBounds
    clip: true

    ColumnLayout {
        id: column
        x: Theme.gapLarge
        y: Theme.gapLarge
        width: Math.min(root.width - 2 * Theme.gapLarge, 880)
        spacing: Theme.gapLarge

        ProblemBanner {
            problem: root.sheet.problem
            canDismiss: true
            Layout.fillWidth: true
            onDismissed: root.sheet.forgetProblem()
        }
        Panel {
            Layout.fillWidth: true

            ColumnLayout {
                width: parent.width
                spacing: Theme.gap

                PlainText {
                    text: qsTr("Where the sheet is")
                    font.weight: Font.DemiBold
                }
                Column {
                    spacing: Theme.gap
                    Layout.fillWidth: true

                    Repeater {
                        model: root.sheet.steps

                        RowLayout {
                            id: step

                            required property var modelData

                            spacing: Theme.gap
                            width: parent ? parent.width : 0

                            Icon {
                                name: step.modelData.icon
                                color: step.modelData.done ? Theme.good : step.modelData.current ? Theme.accent : Theme.mutedText
                                Layout.preferredWidth: 20
                                Layout.preferredHeight: 20
                            }
                            PlainText {
                                text: step.modelData.current ? qsTr("%1 — the sheet is here").arg(step.modelData.word) : step.modelData.word
                                muted: !step.modelData.done && !step.modelData.current
                                font.weight: step.modelData.current ? Font.DemiBold : Font.Normal
                                Layout.fillWidth: true
                            }
                        }
                    }
                }
            }
        }
        Panel {
            Layout.fillWidth: true

            ColumnLayout {
                width: parent.width
                spacing: Theme.gap

                PlainText {
                    text: qsTr("Figures")
                    font.weight: Font.DemiBold
                }
                Column {
                    spacing: Theme.gap
                    Layout.fillWidth: true

                    Repeater {
                        model: root.sheet.results

                        RowLayout {
                            id: figure

                            required property var modelData

                            spacing: Theme.gap
                            width: parent ? parent.width : 0

                            Icon {
                                name: figure.modelData.icon
                                color: Theme.named(figure.modelData.tone)
                                Layout.preferredWidth: 20
                                Layout.preferredHeight: 20
                            }
                            PlainText {
                                text: figure.modelData.word
                                Layout.fillWidth: true
                            }
                            PlainText {
                                text: CampaignWords.count(figure.modelData.count)
                            }
                        }
                    }
                }
                Rectangle {
                    color: Theme.outline
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.outlineWidth
                }
                RowLayout {
                    Layout.fillWidth: true

                    PlainText {
                        text: qsTr("Lines of the frozen book (all results but surplus)")
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                    PlainText {
                        text: CampaignWords.count(root.sheet.lines)
                        font.weight: Font.DemiBold
                    }
                }
                RowLayout {
                    Layout.fillWidth: true

                    PlainText {
                        text: qsTr("Match rate, of all lines")
                        Layout.fillWidth: true
                    }
                    PlainText {
                        text: root.sheet.matchText
                        font.weight: Font.DemiBold
                    }
                }
            }
        }
        Panel {
            visible: root.sheet.nextState !== ""
            Layout.fillWidth: true

            ColumnLayout {
                width: parent.width
                spacing: Theme.gapLarge

                PlainText {
                    text: root.sheet.blockers.length === 0 ? qsTr("Nothing stands in the way") : qsTr("Before the signature")
                    font.weight: Font.DemiBold
                }
                Column {
                    spacing: Theme.gapLarge
                    Layout.fillWidth: true

                    Repeater {
                        model: root.sheet.blockers

                        Item {
                            id: blocker

                            required property var modelData

                            implicitHeight: words.height
                            width: parent ? parent.width : 0

                            Icon {
                                width: 24
                                height: 24
                                name: blocker.modelData.icon
                                color: Theme.named(blocker.modelData.tone)
                            }
                            Column {
                                id: words
                                x: 24 + Theme.gap
                                width: blocker.width - x

                                PlainText {
                                    width: parent.width
                                    text: blocker.modelData.blocks ? qsTr("%1 — must be settled first").arg(blocker.modelData.text) : blocker.modelData.text
                                    color: Theme.named(blocker.modelData.tone)
                                    wrapMode: Text.Wrap
                                }
                                PlainText {
                                    width: parent.width
                                    text: blocker.modelData.hint
                                    muted: true
                                    font.pixelSize: Theme.captionSize
                                    wrapMode: Text.Wrap
                                }
                            }
                        }
                    }
                }
                ActionButton {
                    objectName: "sign"
                    text: root.sheet.busy ? qsTr("Signing…") : qsTr("Sign: %1").arg(CampaignWords.stateWord(root.sheet.nextState))
                    iconName: "sign"
                    kind: ActionButton.Primary
                    enabled: !root.sheet.busy && root.sheet.canSign
                    Layout.fillWidth: root.isCompact
                    onClicked: signing.open()
                }
            }
        }
        EmptyState {
            visible: root.sheet.loaded && root.sheet.nextState === ""
            iconName: "lock"
            title: qsTr("The next step is not yours")
            hint: qsTr("The unit signs its own sheet, its department reviews it, the bureau checks and verifies it.")
            Layout.fillWidth: true
        }
        ActionButton {
            visible: root.sheet.mayReopen
            text: qsTr("Open the sheet again…")
            iconName: "undo"
            enabled: !root.sheet.busy
            Layout.fillWidth: root.isCompact
            onClicked: {
                reason.text = "";
                reopening.open();
                reason.focusField();
            }
        }
    }

    ConfirmDialog {
        id: signing
        title: qsTr("Sign the sheet of %1?").arg(root.sheet.name)
        message: qsTr("It moves to “%1”. You cannot take the signature back; only the bureau can open the sheet again.").arg(CampaignWords.stateWord(root.sheet.nextState))
        confirmText: qsTr("Sign")
        onConfirmed: {
            root.sheet.advance(root.sheet.nextState, "");
            close();
        }
    }
    ConfirmDialog {
        id: reopening
        title: qsTr("Open the sheet of %1 again?").arg(root.sheet.name)
        message: qsTr("It goes back to counting, and every signature on it is void. Decisions stay.")
        confirmText: qsTr("Open again")
        isDangerous: true
        canConfirm: reason.text.trim() !== ""
        onConfirmed: {
            root.sheet.advance("counting", reason.text.trim());
            close();
        }

        TextEntry {
            id: reason
            label: qsTr("Reason (wanted)")
            Layout.fillWidth: true
        }
    }
}

import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Review
import Guanwu.Theme

// One finding with its evidence: the book beside what was seen, photos, what was told, and the decision.
Flickable {
    id: root

    required property FindingEvidence evidence
    required property var calls
    required property bool canDecide
    required property bool isCompact
    readonly property var decision: evidence.decision

    signal decideRequested
    signal dismissRequested

    contentHeight: column.implicitHeight + 2 * Theme.gapLarge
    boundsBehavior: Flickable.StopAtBounds
    clip: true

    ColumnLayout {
        id: column
        x: Theme.gapLarge
        y: Theme.gapLarge
        width: root.width - 2 * Theme.gapLarge
        spacing: Theme.gapLarge

        // No layouts inside: in Qt 6.4 one in another keeps the height that its wrapped texts had when narrow.
        Item {
            implicitHeight: Math.max(words.height, word.height)
            Layout.fillWidth: true

            Column {
                id: words
                width: parent.width - word.width - Theme.gapLarge
                spacing: Theme.gapSmall

                PlainText {
                    text: root.evidence.title
                    font.pixelSize: Theme.titleSize
                    font.weight: Font.DemiBold
                    wrapMode: Text.Wrap
                    width: parent.width
                }
                PlainText {
                    text: root.evidence.detail
                    muted: true
                    wrapMode: Text.Wrap
                    width: parent.width
                }
            }
            StateChip {
                id: word
                anchors.right: parent.right
                text: root.evidence.word
                iconName: root.evidence.icon
                tone: Theme.named(root.evidence.toneName)
            }
        }
        Flow {
            visible: root.evidence.kind !== "told" && root.canDecide
            spacing: Theme.gap
            Layout.fillWidth: true

            ActionButton {
                objectName: "decide"
                text: root.decision.word ? qsTr("Decide again (D)") : root.evidence.kind === "surplus" ? qsTr("Take into the books (D)") : qsTr("Decide (D)")
                iconName: "sign"
                kind: ActionButton.Primary
                onClicked: root.decideRequested()
            }
            ActionButton {
                visible: root.evidence.kind === "surplus"
                text: qsTr("Dismiss (X)")
                onClicked: root.dismissRequested()
            }
        }
        Panel {
            visible: !!root.decision.word
            color: Theme.ground(Theme.good)
            Layout.fillWidth: true

            ColumnLayout {
                width: parent.width
                spacing: Theme.gapSmall

                RowLayout {
                    Icon {
                        name: "sign"
                        color: Theme.good
                        Layout.preferredWidth: 20
                        Layout.preferredHeight: 20
                    }
                    PlainText {
                        text: qsTr("Decided: %1").arg(root.decision.word || "")
                        font.weight: Font.DemiBold
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                }
                PlainText {
                    text: root.decision.reason || ""
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
                PlainText {
                    visible: !!root.decision.proposal
                    text: qsTr("Proposal: %1").arg(root.decision.proposal || "")
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
                PlainText {
                    visible: !!root.decision.by
                    text: qsTr("%1, %2").arg(root.decision.by || "").arg(root.decision.at || "")
                    muted: true
                    font.pixelSize: Theme.captionSize
                }
            }
        }
        Panel {
            padding: 0
            Layout.fillWidth: true

            ColumnLayout {
                width: parent.width
                spacing: 0

                RowLayout {
                    Layout.fillWidth: true
                    Layout.margins: Theme.gap
                    spacing: Theme.gap

                    Item {
                        Layout.preferredWidth: 88 * Theme.typeScale
                    }
                    PlainText {
                        visible: root.evidence.kind === "line"
                        text: qsTr("In the books")
                        muted: true
                        font.pixelSize: Theme.captionSize
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                    }
                    PlainText {
                        text: qsTr("Seen")
                        muted: true
                        font.pixelSize: Theme.captionSize
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                    }
                }
                Column {
                    spacing: 0
                    Layout.fillWidth: true

                    Repeater {
                        model: root.evidence.comparison

                        Rectangle {
                            id: line

                            required property var modelData

                            implicitHeight: Math.max(36, pair.implicitHeight + Theme.gap)
                            color: modelData.differs ? Theme.ground(Theme.warning) : "transparent"
                            width: parent ? parent.width : 0

                            RowLayout {
                                id: pair
                                anchors.left: parent.left
                                anchors.right: parent.right
                                anchors.verticalCenter: parent.verticalCenter
                                anchors.margins: Theme.gap
                                spacing: Theme.gap

                                PlainText {
                                    text: line.modelData.label
                                    muted: true
                                    font.pixelSize: Theme.captionSize
                                    wrapMode: Text.Wrap
                                    Layout.preferredWidth: 88 * Theme.typeScale
                                }
                                PlainText {
                                    visible: root.evidence.kind === "line" // qmllint disable unqualified
                                    text: line.modelData.book || "–"
                                    wrapMode: Text.Wrap
                                    Layout.fillWidth: true
                                    Layout.preferredWidth: 1
                                }
                                RowLayout {
                                    spacing: Theme.gapSmall
                                    Layout.fillWidth: true
                                    Layout.preferredWidth: 1

                                    Icon {
                                        visible: line.modelData.differs
                                        name: "alert"
                                        color: Theme.warning
                                        Layout.preferredWidth: 16
                                        Layout.preferredHeight: 16
                                    }
                                    PlainText {
                                        text: line.modelData.seen || (line.modelData.isAsked ? qsTr("not stated") : "–")
                                        muted: !line.modelData.seen
                                        font.weight: line.modelData.differs ? Font.DemiBold : Font.Normal
                                        wrapMode: Text.Wrap
                                        Layout.fillWidth: true
                                    }
                                }
                            }
                        }
                    }
                }
                Item {
                    Layout.preferredHeight: Theme.gap
                }
            }
        }
        PhotoStrip {
            visible: root.evidence.photos.length > 0
            calls: root.calls
            photos: root.evidence.photos
            Layout.fillWidth: true
        }
        ProblemBanner {
            problem: root.evidence.problem
            Layout.fillWidth: true
        }
        PlainText {
            visible: root.evidence.kind !== "told"
            text: root.evidence.loading ? qsTr("What was told: loading…") : root.evidence.history.length === 0 ? qsTr("Nothing was told of it.") : qsTr("What was told")
            font.weight: Font.DemiBold
        }
        Column {
            spacing: Theme.gap
            Layout.fillWidth: true

            Repeater {
                model: root.evidence.history

                RowLayout {
                    id: told

                    required property var modelData

                    spacing: Theme.gap
                    opacity: modelData.undone ? 0.6 : 1
                    width: parent ? parent.width : 0

                    Icon {
                        name: told.modelData.icon
                        color: Theme.named(told.modelData.tone)
                        Layout.preferredWidth: 20
                        Layout.preferredHeight: 20
                        Layout.alignment: Qt.AlignTop
                    }
                    ColumnLayout {
                        spacing: 0
                        Layout.fillWidth: true

                        PlainText {
                            text: told.modelData.undone ? qsTr("%1, taken back").arg(told.modelData.word) : told.modelData.word
                            font.strikeout: told.modelData.undone
                        }
                        PlainText {
                            visible: text !== ""
                            text: told.modelData.detail
                            wrapMode: Text.Wrap
                            Layout.fillWidth: true
                        }
                        PlainText {
                            text: qsTr("%1, %2, by %3").arg(told.modelData.at).arg(told.modelData.entry).arg(told.modelData.actor)
                            muted: true
                            font.pixelSize: Theme.captionSize
                            wrapMode: Text.Wrap
                            Layout.fillWidth: true
                        }
                    }
                }
            }
        }
    }
}

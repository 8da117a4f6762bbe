import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Review
import Guanwu.Theme

// Questions to the people who counted, each with what it rests on. None of them says that anybody did wrong.
Item {
    id: root

    required property SheetView sheet
    required property bool isCompact

    SignalList {
        id: list
        sheet: root.sheet
    }

    ListView {
        id: questions
        anchors.fill: parent
        anchors.margins: root.isCompact ? Theme.gap : Theme.gapLarge
        clip: true
        spacing: Theme.gapLarge
        boundsBehavior: Flickable.StopAtBounds
        model: list.questions

        header: ColumnLayout {
            width: ListView.view.width
            spacing: Theme.gap
            // The list keeps its place when its head grows, and would begin in the middle of a sentence.
            onHeightChanged: if (!questions.moving) // qmllint disable unqualified
                questions.positionViewAtBeginning() // qmllint disable unqualified

            ProblemBanner {
                problem: list.problem // qmllint disable unqualified
                actionText: qsTr("Try again")
                Layout.fillWidth: true
                onActionRequested: list.reload() // qmllint disable unqualified
            }
            PlainText {
                visible: list.questions.length > 0 // qmllint disable unqualified
                text: qsTr("Traces that an ordinary walk does not leave. They are questions to ask the people who counted; there may be a good answer to each, and nothing follows from one by itself.")
                muted: true
                wrapMode: Text.Wrap
                Layout.fillWidth: true
                Layout.bottomMargin: Theme.gapLarge
            }
        }
        delegate: Panel {
            id: question

            required property var modelData
            property bool isOpen: false

            width: ListView.view.width

            ColumnLayout {
                width: parent.width
                spacing: Theme.gap

                RowLayout {
                    spacing: Theme.gap
                    Layout.fillWidth: true

                    Icon {
                        name: "question"
                        color: Theme.info
                        Layout.preferredWidth: 24
                        Layout.preferredHeight: 24
                        Layout.alignment: Qt.AlignTop
                    }
                    ColumnLayout {
                        spacing: Theme.gapSmall
                        Layout.fillWidth: true

                        PlainText {
                            text: question.modelData.question
                            font.weight: Font.DemiBold
                            wrapMode: Text.Wrap
                            Layout.fillWidth: true
                        }
                        PlainText {
                            text: question.modelData.name
                            muted: true
                            font.pixelSize: Theme.captionSize
                        }
                    }
                }
                Flow {
                    spacing: Theme.gapLarge
                    Layout.fillWidth: true

                    Repeater {
                        model: question.modelData.figures

                        Row {
                            id: figure

                            required property var modelData

                            spacing: Theme.gapSmall

                            PlainText {
                                text: figure.modelData.value
                                font.pixelSize: Theme.titleSize
                                font.weight: Font.DemiBold
                            }
                            PlainText {
                                anchors.baseline: parent.children[0].baseline
                                text: figure.modelData.name
                                muted: true
                            }
                        }
                    }
                }
                ActionButton {
                    visible: question.modelData.evidence.length > 0
                    text: question.isOpen ? qsTr("Hide the scans") : qsTr("Show %1 scans").arg(question.modelData.evidence.length)
                    iconName: question.isOpen ? "up" : "down"
                    kind: ActionButton.Quiet
                    onClicked: question.isOpen = !question.isOpen
                }
                Column {
                    visible: question.isOpen
                    spacing: Theme.gap
                    Layout.fillWidth: true

                    Repeater {
                        model: question.isOpen ? question.modelData.evidence : []

                        GridLayout {
                            id: scan

                            required property var modelData

                            columns: root.isCompact ? 2 : 4 // qmllint disable unqualified
                            columnSpacing: Theme.gapLarge
                            rowSpacing: 0
                            width: parent ? parent.width : 0

                            PlainText {
                                text: scan.modelData.at
                                font.pixelSize: Theme.captionSize
                                Layout.preferredWidth: 110 * Theme.typeScale
                            }
                            PlainText {
                                text: scan.modelData.code
                                font.pixelSize: Theme.captionSize
                                elide: Text.ElideRight
                                Layout.fillWidth: true
                                Layout.preferredWidth: 1
                            }
                            PlainText {
                                text: scan.modelData.place || "–"
                                font.pixelSize: Theme.captionSize
                                elide: Text.ElideRight
                                Layout.fillWidth: true
                                Layout.preferredWidth: 1
                            }
                            PlainText {
                                text: qsTr("%1, handheld %2").arg(scan.modelData.actor).arg(scan.modelData.install)
                                muted: true
                                font.pixelSize: Theme.captionSize
                                elide: Text.ElideRight
                                Layout.fillWidth: true
                                Layout.preferredWidth: 1
                            }
                        }
                    }
                }
            }
        }
        footer: EmptyState {
            visible: list.loaded && list.questions.length === 0 // qmllint disable unqualified
            height: visible ? implicitHeight : 0
            width: ListView.view.width
            iconName: "check"
            title: qsTr("No questions")
            hint: qsTr("Nothing in the scans looks other than people walking from room to room. That is no proof, either: a recount is.")
        }
    }
}

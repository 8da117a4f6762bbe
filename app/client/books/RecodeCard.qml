import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Books
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Registry
import Guanwu.Session
import Guanwu.Theme

// One card of an older edition, and the classes of 2022 that it may get, each with its reason. A person decides.
Rectangle {
    id: root

    required property ClientSession session
    required property var card
    required property RecodeChoice choice
    readonly property string number: card.asset_no || ""
    readonly property string chosen: choice.revision >= 0 ? choice.chosen(number) : ""
    readonly property var suggestions: BooksNames.suggestionRows(card)
    readonly property bool isOther: chosen !== "" && !suggestions.some(one => one.code === chosen)

    signal backRequested
    signal nextRequested

    color: Theme.page

    PageHeader {
        id: header
        width: parent.width
        z: 1
        title: root.card.name || ""
        subtitle: root.number
        canGoBack: true
        onBackRequested: root.backRequested()

        ActionButton {
            objectName: "nextCard"
            text: qsTr("Next")
            iconName: "down"
            onClicked: root.nextRequested()
        }
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

            SectionPanel {
                width: parent.width
                title: qsTr("Now")

                ValueRows {
                    width: parent.width
                    rows: BooksNames.olderRows(root.card)
                }
            }
            SectionPanel {
                width: parent.width
                title: qsTr("Class of 2022")
                note: qsTr("Suggested by the name and by where the old class went. Nothing is changed before a slip is approved.")

                PlainText {
                    visible: root.suggestions.length === 0
                    width: parent.width
                    text: qsTr("The name says nothing. Choose a class yourself.")
                    wrapMode: Text.Wrap
                }
                Column {
                    width: parent.width

                    Repeater {
                        model: root.suggestions

                        ListRow {
                            id: row

                            required property int index
                            required property var modelData

                            objectName: "suggestion-" + index
                            width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                            leftPadding: Theme.gap
                            rightPadding: Theme.gap
                            title: modelData.name + " " + modelData.code
                            subtitle: modelData.reason
                            iconName: isCurrent ? "check" : "tag"
                            tone: isCurrent ? Theme.good : Theme.mutedText
                            isCurrent: root.chosen === modelData.code // qmllint disable unqualified
                            Accessible.role: Accessible.RadioButton
                            Accessible.checked: isCurrent
                            onClicked: root.choice.choose(root.number, modelData.code) // qmllint disable unqualified

                            PlainText {
                                text: qsTr("%1 of 100").arg(row.modelData.score)
                                muted: true
                                font.pixelSize: Theme.captionSize
                            }
                        }
                    }
                }
                StateChip {
                    visible: root.isOther
                    text: qsTr("Chosen: %1").arg(root.chosen)
                    iconName: "check"
                    tone: Theme.good
                }
                ActionButton {
                    objectName: "otherClass"
                    text: qsTr("Another class…")
                    iconName: "search"
                    onClicked: classes.open()
                }
            }
        }
    }
    ReferencePicker {
        id: classes
        calls: root.session.calls
        kind: "class"
        title: qsTr("Class of 2022")
        onChosen: (value, text) => root.choice.choose(root.number, value)
    }
}

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Books
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Session
import Guanwu.Theme

// What came and went by class: opening, increase and decrease by way, closing, and whether they tie.
Item {
    id: root

    required property ClientSession session
    required property string unit
    required property string month
    required property bool hasMonths

    property string span: "month"
    readonly property var told: record.value
    readonly property var rows: record.isThere ? BooksNames.movementRows(record.value) : []

    function reload() {
        record.reload();
    }

    OneRecord {
        id: record
        calls: root.session.calls
        parts: root.month !== "" ? ["units", root.unit, "movements", root.month] : []
        query: ({
                from: root.span === "year" ? root.month.slice(0, 4) + "-01" : ""
            })
    }
    Flickable {
        anchors.fill: parent
        visible: root.hasMonths
        contentHeight: column.height + 2 * Theme.gapLarge
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ThinScrollBar {}
        Keys.onUpPressed: contentY = Math.max(0, contentY - 80)
        Keys.onDownPressed: contentY = Math.max(0, Math.min(contentHeight - height, contentY + 80))

        Column {
            id: column
            x: root.width < Theme.mediumWidth ? Theme.gap : Theme.gapLarge
            y: Theme.gapLarge
            width: Math.min(1100, parent.width - 2 * x)
            spacing: Theme.gapLarge

            ChoiceChips {
                width: parent.width
                choices: [
                    {
                        value: "month",
                        text: qsTr("The month alone")
                    },
                    {
                        value: "year",
                        text: qsTr("Since January")
                    }
                ]
                chosen: root.span
                onPicked: value => root.span = value
            }
            ProblemBanner {
                width: parent.width
                problem: record.problem
                actionText: qsTr("Try again")
                onActionRequested: record.reload()
            }
            StateChip {
                objectName: "movementsTie"
                visible: record.isThere && root.rows.length > 0
                width: Math.min(implicitWidth, parent.width)
                text: root.told.ties ? qsTr("Opening and movements make the closing") : qsTr("Opening and movements do not make the closing: report it")
                iconName: root.told.ties ? "check" : "alert"
                tone: root.told.ties ? Theme.good : Theme.bad
            }
            Repeater {
                model: root.rows

                MovementCard {
                    required property var modelData

                    width: column.width // qmllint disable unqualified
                    row: modelData
                }
            }
            EmptyState {
                width: parent.width
                visible: record.isThere && root.rows.length === 0
                iconName: "swap"
                title: qsTr("No cards on the books")
            }
        }
    }
    EmptyState {
        anchors.fill: parent
        visible: !root.hasMonths
        iconName: "swap"
        title: qsTr("No month is posted")
        hint: qsTr("Movements are told between posted months.")
    }
}

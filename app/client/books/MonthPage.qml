import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Books
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Session
import Guanwu.Theme

// One posted month: its identity, its voucher, its classes, and the cards behind them.
Rectangle {
    id: root

    required property ClientSession session
    required property string unit
    required property string month
    required property bool isCompact

    property bool showsLines: false
    property string classKey // of the lines that are shown; empty = of every class
    property string className
    readonly property var told: record.value
    readonly property var identity: BooksNames.identity(told)

    signal backRequested

    function open(key: string, name: string) {
        classKey = key;
        className = name;
        showsLines = true;
    }

    color: Theme.page
    onMonthChanged: showsLines = false

    OneRecord {
        id: record
        calls: root.session.calls
        parts: ["units", root.unit, "depreciation", root.month]
    }
    PageHeader {
        id: header
        width: parent.width
        z: 1
        title: root.month
        subtitle: root.showsLines ? root.className : qsTr("Depreciation of the month")
        canGoBack: true
        onBackRequested: root.showsLines ? root.showsLines = false : root.backRequested()
    }
    Loader {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        active: root.showsLines
        sourceComponent: MonthLines {
            session: root.session // qmllint disable unqualified
            unit: root.unit // qmllint disable unqualified
            month: root.month // qmllint disable unqualified
            classKey: root.classKey // qmllint disable unqualified
            isCompact: root.isCompact // qmllint disable unqualified
        }
    }
    Flickable {
        visible: !root.showsLines
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
            width: Math.min(1000, parent.width - 2 * Theme.gapLarge)
            spacing: Theme.gapLarge

            ProblemBanner {
                width: parent.width
                problem: record.problem
                actionText: qsTr("Try again")
                onActionRequested: record.reload()
            }
            SectionPanel {
                visible: record.isThere
                width: parent.width
                title: ""

                StateChip {
                    objectName: "identity"
                    width: Math.min(implicitWidth, parent.width)
                    text: root.identity.text
                    iconName: root.identity.icon
                    tone: Theme.named(root.identity.tone)
                }
                PlainText {
                    width: parent.width
                    text: root.identity.note
                    muted: true
                    font.pixelSize: Theme.captionSize
                    wrapMode: Text.Wrap
                }
                ValueRows {
                    width: parent.width
                    rows: BooksNames.monthRows(root.told)
                }
                ActionButton {
                    objectName: "allLines"
                    text: qsTr("All cards of the month")
                    iconName: "list"
                    onClicked: root.open("", qsTr("All cards of the month"))
                }
            }
            SectionPanel {
                visible: record.isThere
                width: parent.width
                title: qsTr("Voucher")
                note: qsTr("By class of the first level. Accounts are an example, not verified.")

                PlainText {
                    visible: (root.told.voucher || []).length === 0
                    text: qsTr("Nothing is taken in this month.")
                    muted: true
                }
                Repeater {
                    model: record.isThere ? BooksNames.voucherRows(root.told) : []

                    RowLayout {
                        id: entry

                        required property var modelData

                        width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                        spacing: Theme.gap

                        ColumnLayout {
                            spacing: 2
                            Layout.fillWidth: true

                            PlainText {
                                text: entry.modelData.title
                                wrapMode: Text.Wrap
                                Layout.fillWidth: true
                            }
                            PlainText {
                                text: qsTr("Debit %1, credit %2").arg(entry.modelData.debit).arg(entry.modelData.credit)
                                muted: true
                                font.pixelSize: Theme.captionSize
                                wrapMode: Text.Wrap
                                Layout.fillWidth: true
                            }
                        }
                        PlainText {
                            text: entry.modelData.amount
                            horizontalAlignment: Text.AlignRight
                            Layout.alignment: Qt.AlignTop
                        }
                    }
                }
            }
            SectionPanel {
                visible: record.isThere
                width: parent.width
                title: qsTr("Classes")
                note: qsTr("A class opens its cards.")

                Column {
                    width: parent.width

                    Repeater {
                        model: record.isThere ? BooksNames.classRows(root.told) : []

                        ListRow {
                            id: row

                            required property int index
                            required property var modelData

                            objectName: "class-" + index
                            width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                            leftPadding: Theme.gap
                            rightPadding: Theme.gap
                            title: modelData.title
                            subtitle: modelData.note
                            onClicked: root.open(modelData.classKey, modelData.title) // qmllint disable unqualified

                            Column {
                                PlainText {
                                    anchors.right: parent.right
                                    text: row.modelData.taken
                                }
                                PlainText {
                                    anchors.right: parent.right
                                    text: qsTr("net %1").arg(row.modelData.net)
                                    muted: true
                                    font.pixelSize: Theme.captionSize
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

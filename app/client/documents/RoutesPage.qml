import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Files
import Guanwu.Forms
import Guanwu.Records
import Guanwu.Session
import Guanwu.Theme

// The rules in force by which documents find their way: which documents, up to which value, past whom.
Rectangle {
    id: root

    required property ClientSession session
    required property DocumentKinds kinds

    property string kind: "disposal"
    readonly property var inForce: table.value

    signal backRequested

    color: Theme.page

    OneRecord {
        id: table
        calls: root.session.calls
        parts: ["document-routes"]
    }
    RouteRules {
        id: rules
        kinds: root.kinds
        table: table.value
    }
    PageHeader {
        id: header
        width: parent.width
        z: 1
        title: qsTr("How documents go")
        subtitle: table.isThere ? qsTr("Table %1, in force since %2").arg(root.inForce.version).arg(root.inForce.effective_from) : ""
        canGoBack: true
        onBackRequested: root.backRequested()

        IconButton {
            objectName: "saveRoutes"
            iconName: "export"
            text: qsTr("Save as a table, to be changed")
            onClicked: target.ask("document_routes")
        }
        ActionButton {
            objectName: "enterRoutes"
            visible: root.session.mayManageRoutes()
            text: qsTr("Enter a table…")
            iconName: "import"
            onClicked: source.ask()
        }
    }
    NewRouteTable {
        id: fresh
        calls: root.session.calls
        onEntered: {
            dialog.close();
            table.reload();
        }
    }
    RouteTableDialog {
        id: dialog
        table: fresh
    }
    SavedAnswer {
        id: saved
        calls: root.session.calls
    }
    OpenDialog {
        id: source
        nameFilters: [qsTr("Tables (*.csv *.xlsx *.ods)")]
        onAccepted: {
            fresh.choose(selectedFile);
            dialog.open();
        }
    }
    SaveDialog {
        id: target
        defaultSuffix: "csv"
        nameFilters: [qsTr("CSV (*.csv)")]
        onAccepted: saved.save("GET", ["document-routes.csv"], selectedFile, {
            with_examples: "true"
        })
    }
    ChipStrip {
        id: kindStrip
        objectName: "routeKinds"
        anchors.top: header.bottom
        width: parent.width
        inset: Theme.gapLarge
        choices: DocumentNames.kinds
        chosen: root.kind
        onPicked: value => root.kind = value
    }
    Flickable {
        id: flick
        objectName: "routeRules"
        anchors.top: kindStrip.bottom
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
                problem: table.problem
                actionText: qsTr("Try again")
                onActionRequested: table.reload()
            }
            ProblemBanner {
                width: parent.width
                problem: saved.problem
                canDismiss: true
                onDismissed: saved.forget()
            }
            PlainText {
                visible: saved.writtenPath !== ""
                width: parent.width
                text: qsTr("Saved as %1").arg(saved.writtenPath)
                muted: true
                wrapMode: Text.WrapAnywhere
            }
            RowLayout {
                visible: root.inForce.example === true
                width: parent.width
                spacing: Theme.gap

                Icon {
                    name: "info"
                    color: Theme.warning
                    Layout.preferredWidth: 18
                    Layout.preferredHeight: 18
                }
                PlainText {
                    text: qsTr("This route table is an example. The limits of this city have to be entered.")
                    color: Theme.warning
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
            }
            SectionPanel {
                id: gap

                readonly property string missing: rules.revision >= 0 ? rules.unrouted(root.kind) : ""

                objectName: "unrouted"
                visible: missing !== ""
                width: parent.width
                title: qsTr("Without a rule, these cannot be filed")

                PlainText {
                    width: parent.width
                    text: gap.missing
                    color: Theme.bad
                    wrapMode: Text.Wrap
                }
            }
            Repeater {
                model: rules.revision >= 0 ? rules.of(root.kind) : []

                RouteRulePanel {
                    required property var modelData

                    width: column.width // qmllint disable unqualified
                    rule: modelData
                }
            }
        }
    }
}

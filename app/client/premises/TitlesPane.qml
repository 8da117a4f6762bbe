import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Premises
import Guanwu.Session
import Guanwu.Theme

// Property certificates, and the worklist of what does not fit.
Item {
    id: root

    required property ClientSession session
    required property bool isCompact
    required property bool isExpanded
    property string show: "gaps"
    property alias certificate: titles.current
    property alias gap: worklist.current
    property alias papers: buildings.current
    readonly property bool hasDetail: (show === "gaps" ? gap : show === "papers" ? papers : certificate) !== ""

    signal writeRequested(var from)
    signal buildingRequested(string code)

    function reload() {
        titles.reload();
        worklist.reload();
        buildings.reload();
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ChipStrip {
            visible: !root.isCompact || !root.hasDetail
            objectName: "titleViews"
            inset: root.isCompact ? Theme.gap : Theme.gapLarge
            choices: [
                {
                    value: "gaps",
                    text: qsTr("What does not fit"),
                    icon: "alert"
                },
                {
                    value: "register",
                    text: qsTr("All certificates"),
                    icon: "list"
                },
                {
                    value: "papers",
                    text: qsTr("Buildings: registered or filed"),
                    icon: "building"
                }
            ]
            chosen: root.show
            Layout.fillWidth: true
            onPicked: value => root.show = value
        }
        SpaceTable {
            id: worklist
            visible: root.show === "gaps"
            session: root.session
            isCompact: root.isCompact
            isExpanded: root.isExpanded
            name: "title-gaps"
            title: qsTr("Certificates: what is to be done")
            path: "/title-gaps"
            rowsKey: "gaps"
            idKey: "subject"
            all: SpaceNames.gapColumns
            titleKey: "name"
            noteKey: "due"
            subtitleKeys: ["kind", "text", "subject"]
            emptyTitle: qsTr("Everything fits")
            emptyHint: qsTr("Every building has its papers, every certificate its buildings, and the areas agree.")
            detail: GapPane {
                session: root.session // qmllint disable unqualified
                gap: worklist.row // qmllint disable unqualified
                found: worklist.records.revision >= 0 ? SpaceNames.gapsOf(worklist.records, worklist.current) : [] // qmllint disable unqualified
                subject: worklist.current // qmllint disable unqualified
                onBackRequested: worklist.close() // qmllint disable unqualified
                onCertificateRequested: no => {
                    root.certificate = no;
                    root.show = "register";
                }
                onBuildingRequested: code => root.buildingRequested(code)
                onWriteRequested: from => root.writeRequested(from)
                onChanged: root.reload() // qmllint disable unqualified
            }
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        PapersPane {
            id: buildings
            visible: root.show === "papers"
            session: root.session
            isCompact: root.isCompact
            isExpanded: root.isExpanded
            Layout.fillWidth: true
            Layout.fillHeight: true
            onWriteRequested: from => root.writeRequested(from)
            onBuildingRequested: code => root.buildingRequested(code)
            onChanged: worklist.reload()
            onCertificateRequested: no => {
                root.certificate = no;
                root.show = "register";
            }
        }
        SpaceTable {
            id: titles
            visible: root.show === "register"
            session: root.session
            isCompact: root.isCompact
            isExpanded: root.isExpanded
            name: "titles"
            title: qsTr("Property certificates")
            path: "/titles"
            rowsKey: "titles"
            idKey: "cert_no"
            isPaged: true
            all: SpaceNames.titleColumns
            titleKey: "cert_no"
            noteKey: "state"
            subtitleKeys: ["blocked", "incomplete", "holder/name", "location"]
            emptyTitle: qsTr("No certificate within your reach")
            emptyHint: qsTr("Certificates come by import, or by a document of registration.")
            detail: TitlePane {
                session: root.session // qmllint disable unqualified
                certificate: root.certificate // qmllint disable unqualified
                onBackRequested: titles.close() // qmllint disable unqualified
                onChanged: root.reload() // qmllint disable unqualified
                onBuildingRequested: code => root.buildingRequested(code)
                onWriteRequested: from => root.writeRequested(from)
            }
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
}

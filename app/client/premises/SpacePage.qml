import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Premises
import Guanwu.Session
import Guanwu.Theme

// Office space: the picture of the buildings, what is asked for, what is too large, what must come back, whose it is on
// paper, and what must be mended.
Rectangle {
    id: root

    required property ClientSession session
    required property var settings
    required property bool isCompact
    required property bool isExpanded

    property string tab: "picture"
    property alias building: buildings.building
    property alias room: buildings.room
    property alias colour: buildings.colour
    property alias overRoom: over.current
    property alias dueRoom: due.current
    property alias repair: repairs.current
    property alias titlesShown: titles.show
    property alias certificate: titles.certificate
    property alias gap: titles.gap
    property alias papers: titles.papers
    property alias unit: requests.unit // for which rooms are looked for
    property alias everybody: requests.everybody
    readonly property bool isDeep: tab === "picture" && building !== "" || tab === "over" && overRoom !== "" || tab === "due" && dueRoom !== "" || tab === "repairs" && repair !== "" || tab === "titles" && titles.hasDetail

    function reload() {
        buildings.reload();
        over.reload();
        due.reload();
        repairs.reload();
        titles.reload();
        requests.reload();
    }
    function showBuilding(code: string) {
        room = "";
        building = code;
        tab = "picture";
    }

    color: Theme.page

    DocumentKinds {
        id: kinds
        calls: root.session.calls
    }
    ColumnLayout {
        anchors.fill: parent
        visible: !desk.isOpen
        spacing: 0

        ChipStrip {
            objectName: "spaceTabs"
            visible: !root.isCompact || !root.isDeep
            inset: root.isCompact ? Theme.gap : Theme.gapLarge
            choices: [
                {
                    value: "picture",
                    text: qsTr("Buildings"),
                    icon: "building"
                },
                {
                    value: "requests",
                    text: qsTr("Allocation"),
                    icon: "door"
                },
                {
                    value: "over",
                    text: qsTr("Above the standard"),
                    icon: "alert"
                },
                {
                    value: "due",
                    text: qsTr("To be given back"),
                    icon: "clock"
                },
                {
                    value: "titles",
                    text: qsTr("Certificates"),
                    icon: "sign"
                },
                {
                    value: "repairs",
                    text: qsTr("Repairs"),
                    icon: "settings"
                }
            ]
            chosen: root.tab
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapSmall
            onPicked: value => root.tab = value
        }
        BuildingsPane {
            id: buildings
            visible: root.tab === "picture"
            session: root.session
            isCompact: root.isCompact
            isExpanded: root.isExpanded
            focus: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            onWriteRequested: from => desk.write(from)
            onDocumentRequested: no => desk.look(no)
        }
        RequestsPane {
            id: requests
            visible: root.tab === "requests"
            session: root.session
            kinds: kinds
            isCompact: root.isCompact
            isExpanded: root.isExpanded
            Layout.fillWidth: true
            Layout.fillHeight: true
            onWriteRequested: from => desk.write(from)
            onDocumentRequested: no => desk.look(no)
        }
        OverPane {
            id: over
            visible: root.tab === "over"
            session: root.session
            isCompact: root.isCompact
            isExpanded: root.isExpanded
            Layout.fillWidth: true
            Layout.fillHeight: true
            onWriteRequested: from => desk.write(from)
            onDocumentRequested: no => desk.look(no)
        }
        DuePane {
            id: due
            visible: root.tab === "due"
            session: root.session
            isCompact: root.isCompact
            isExpanded: root.isExpanded
            Layout.fillWidth: true
            Layout.fillHeight: true
            onWriteRequested: from => desk.write(from)
            onDocumentRequested: no => desk.look(no)
        }
        TitlesPane {
            id: titles
            visible: root.tab === "titles"
            session: root.session
            isCompact: root.isCompact
            isExpanded: root.isExpanded
            Layout.fillWidth: true
            Layout.fillHeight: true
            onWriteRequested: from => desk.write(from)
            onBuildingRequested: code => root.showBuilding(code)
        }
        RepairsPane {
            id: repairs
            visible: root.tab === "repairs"
            session: root.session
            isCompact: root.isCompact
            isExpanded: root.isExpanded
            Layout.fillWidth: true
            Layout.fillHeight: true
            onWriteRequested: from => desk.write(from)
            onDocumentRequested: no => desk.look(no)
        }
    }
    DocumentDesk {
        id: desk
        anchors.fill: parent
        visible: isOpen
        session: root.session
        kinds: kinds
        onChanged: root.reload()
        onClosed: root.reload()
    }
}

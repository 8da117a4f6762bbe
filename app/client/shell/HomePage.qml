import QtQuick
import Guanwu.Controls
import Guanwu.Session
import Guanwu.Shell
import Guanwu.Theme

// Where everything of a role is reached from: a bar below on a handheld, a rail on a tablet, a side bar on a desk.
Item {
    id: root

    required property ClientSession session
    required property AppSettings settings
    required property bool isCompact
    required property bool isExpanded

    property string current: navigation.first
    readonly property bool isWaiting: session.demoStep !== "" // for the server on this computer

    function go(key: string) {
        if (key !== current)
            current = key;
    }

    /// On by one page, or back.
    function step(by: int) {
        const all = Array.from(navigation.destinations);
        const at = all.findIndex(one => one.key === current);
        go(all[(at + by + all.length) % all.length].key);
    }

    function open() {
        const url = navigation.pageOf(current);
        if (url === "" || isWaiting)
            return;
        page.setSource(url, {
            session: session,
            settings: settings,
            isCompact: Qt.binding(() => root.isCompact),
            isExpanded: Qt.binding(() => root.isExpanded)
        });
        page.forceActiveFocus(); // the next key is for the page, not for the list of pages
    }

    onCurrentChanged: open()
    onIsWaitingChanged: open()
    Component.onCompleted: open()

    Navigation {
        id: navigation
        session: root.session
    }

    Repeater {
        model: navigation.destinations

        Item {
            id: destination

            required property int index
            required property var modelData

            Shortcut {
                enabled: destination.index < 9
                sequences: enabled ? ["Ctrl+" + (destination.index + 1)] : []
                onActivated: root.go(destination.modelData.key) // qmllint disable unqualified
            }
        }
    }
    Shortcut {
        sequences: ["Ctrl+0"]
        onActivated: root.go("settings")
    }
    Shortcut {
        sequences: ["Ctrl+Tab", "Ctrl+PgDown"]
        onActivated: root.step(1)
    }
    Shortcut {
        sequences: ["Ctrl+Shift+Tab", "Ctrl+PgUp"]
        onActivated: root.step(-1)
    }
    Shortcut {
        sequences: ["F1"]
        onActivated: help.open()
    }
    Shortcut {
        sequences: ["Ctrl+L"]
        onActivated: root.session.lock()
    }

    NavigationRail {
        id: rail
        visible: !root.isCompact
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: visible ? implicitWidth : 0
        destinations: navigation.destinations
        current: root.current
        isWide: root.isExpanded
        userName: root.session.userName
        roleName: root.session.roleName
        onChosen: key => root.go(key)
    }
    Loader {
        id: page
        objectName: "page"
        focus: true
        activeFocusOnTab: activeFocus // so that Tab goes on from here; nobody tabs to it
        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: bar.top
    }
    EmptyState {
        anchors.fill: page
        visible: root.isWaiting
        iconName: "sync"
        title: root.session.demoStep
    }
    NavigationBar {
        id: bar
        visible: root.isCompact && navigation.destinations.length > 1
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: visible ? implicitHeight : 0
        destinations: navigation.destinations
        current: root.current
        onChosen: key => root.go(key)
    }
    ShortcutHelp {
        id: help
        page: root.current
    }
}

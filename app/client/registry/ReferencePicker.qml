import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Registry
import Guanwu.Session
import Guanwu.Theme

// Chooses one thing out of many: by searching the server, or from the few choices of a field.
ConfirmDialog {
    id: root

    property var calls
    property string kind // asset, class, unit, department, person, place, choice
    property string unit
    property var choices: []
    property bool canClear: false
    property bool anyClass: false // a class above others will do, as for a filter

    readonly property bool isSearch: kind !== "choice"
    readonly property var rows: isSearch ? search.found : choices

    signal chosen(string value, string text)

    function take(value: string, text: string) {
        close();
        chosen(value, text);
    }

    wanted: 560
    confirmText: canClear ? qsTr("Choose none") : qsTr("Close")
    canCancel: canClear
    onConfirmed: canClear ? take("", "") : close()
    onAboutToShow: {
        entry.text = "";
        search.clear();
        if (isSearch)
            search.search("");
    }
    onOpened: isSearch ? entry.focusField() : list.forceActiveFocus()

    ReferenceSearch {
        id: search
        calls: root.calls
        kind: root.kind
        unit: root.unit
    }
    SearchEntry {
        id: entry
        objectName: "referenceSearch"
        visible: root.isSearch
        hint: root.kind === "class" ? qsTr("Part of the name, or the code from its beginning") : qsTr("Part of the name or the code")
        Layout.fillWidth: true
        onSettled: text => search.search(text)
    }
    ProblemBanner {
        problem: search.problem
        Layout.fillWidth: true
    }
    ListView {
        id: list
        objectName: "referenceList"
        Layout.fillWidth: true
        Layout.preferredHeight: root.isSearch ? 400 : Math.min(400, contentHeight)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        model: root.rows
        T.ScrollBar.vertical: ThinScrollBar {}
        Keys.onReturnPressed: {
            if (currentIndex >= 0)
                root.take(root.rows[currentIndex].value, root.rows[currentIndex].text);
        }

        delegate: ListRow {
            required property int index
            required property var modelData

            objectName: "choice-" + modelData.value
            width: ListView.view.width
            enabled: modelData.isUsable !== false || root.anyClass // qmllint disable unqualified
            opacity: enabled ? 1 : 0.6
            title: modelData.text
            subtitle: modelData.detail || ""
            isCurrent: ListView.isCurrentItem && list.activeFocus // qmllint disable unqualified
            onClicked: root.take(modelData.value, modelData.text) // qmllint disable unqualified
        }
        footer: PlainText {
            width: ListView.view.width
            visible: search.hasMore && root.isSearch // qmllint disable unqualified
            height: visible ? 2 * Theme.touchTarget : 0
            text: qsTr("More are called so: type more of the name")
            muted: true
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
        }
        EmptyState {
            anchors.fill: parent
            visible: list.count === 0 && !search.busy && search.problem === ""
            title: qsTr("Nothing is called so")
            iconName: "search"
        }
    }
}

import QtQuick
import Guanwu.Theme

// What a page of the gallery is shown in.
Rectangle {
    id: root

    property int scheme: Theme.Light
    property bool largeType: false
    readonly property bool isCompact: width < Theme.mediumWidth
    readonly property bool isExpanded: width >= Theme.expandedWidth
    readonly property alias page: loader.item

    function show(url: url, properties: var, isShellPage: bool) {
        const all = Object.assign({}, properties);
        if (isShellPage) {
            all.isCompact = Qt.binding(() => root.isCompact);
            all.isExpanded = Qt.binding(() => root.isExpanded);
        }
        loader.setSource(url, all);
    }

    color: Theme.page

    Binding {
        target: Theme
        property: "scheme"
        value: root.scheme
    }
    Binding {
        target: Theme
        property: "largeType"
        value: root.largeType
    }
    Loader {
        id: loader
        anchors.fill: parent
        focus: true
    }
}

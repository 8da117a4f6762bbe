import QtQuick
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Theme

// Everything that was done with a document, the newest first.
Column {
    id: root

    required property DocumentView view

    Repeater {
        model: root.view.log

        ListRow {
            required property var modelData

            width: root.width // qmllint disable unqualified
            leftPadding: 0
            rightPadding: 0
            title: modelData.title
            subtitle: modelData.subtitle
            iconName: modelData.icon
            wraps: true
            hoverEnabled: false
            focusPolicy: Qt.NoFocus
        }
    }
}

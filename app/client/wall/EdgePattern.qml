import QtQuick
import Guanwu.Theme

// A state as a pattern along an edge, for whoever does not tell the colours apart: solid, dashed, or a ladder.
Item {
    id: root

    enum Kind {
        Solid,
        Dashed,
        Ladder
    }

    required property int kind
    required property color tone

    readonly property int bar: kind === EdgePattern.Ladder ? 4 : 10

    implicitWidth: 8
    clip: true

    Rectangle {
        anchors.fill: parent
        visible: root.kind === EdgePattern.Solid
        color: root.tone
    }
    Repeater {
        model: root.kind === EdgePattern.Solid ? 0 : Math.max(0, Math.ceil(root.height / (2 * root.bar)))

        Rectangle {
            required property int index

            y: index * 2 * root.bar // qmllint disable unqualified
            width: root.width // qmllint disable unqualified
            height: root.bar // qmllint disable unqualified
            color: root.tone // qmllint disable unqualified
        }
    }
}

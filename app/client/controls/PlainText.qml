import QtQuick
import Guanwu.Theme

// Every text of the client. Never rich text: what stands in a record is data (security X14).
Text {
    property bool muted: false

    color: muted ? Theme.mutedText : Theme.text
    font.family: Theme.family
    font.pixelSize: Theme.bodySize
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}

import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Files
import Guanwu.Theme

// The check-list of papers: what is there, what is missing, and what stands in the way without it.
Column {
    id: root

    required property DocumentView view
    required property bool canAdd
    readonly property var list: view.checkList
    readonly property int missing: list.filter(paper => paper.isMust && !paper.isThere).length

    spacing: Theme.gap

    DocumentPaperUpload {
        id: upload
        view: root.view
    }
    ProblemBanner {
        width: parent.width
        problem: upload.problem
        canDismiss: true
        onDismissed: upload.forget()
    }
    Repeater {
        model: root.list

        RowLayout {
            id: row

            required property var modelData

            width: root.width // qmllint disable unqualified
            spacing: Theme.gap

            Icon {
                name: row.modelData.isThere ? "check" : row.modelData.isMust ? "alert" : "info"
                color: row.modelData.isThere ? Theme.good : row.modelData.isMust ? Theme.bad : Theme.mutedText
                Layout.preferredWidth: 22
                Layout.preferredHeight: 22
            }
            ColumnLayout {
                spacing: 2
                Layout.fillWidth: true

                PlainText {
                    text: row.modelData.name
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
                PlainText {
                    visible: text !== ""
                    text: row.modelData.isThere ? "" : row.modelData.isMust ? qsTr("missing, needed for: %1").arg(row.modelData.stage) : row.modelData.stage !== "" ? qsTr("not there, wanted for: %1").arg(row.modelData.stage) : ""
                    color: row.modelData.isMust ? Theme.bad : Theme.mutedText
                    font.pixelSize: Theme.captionSize
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
                Repeater {
                    model: row.modelData.files

                    PlainText {
                        required property var modelData

                        text: modelData.title + " · " + modelData.note
                        muted: true
                        font.pixelSize: Theme.captionSize
                        wrapMode: Text.WrapAnywhere
                        maximumLineCount: 2
                        elide: Text.ElideRight
                        Layout.fillWidth: true
                    }
                }
            }
            IconButton {
                objectName: "attach-" + row.modelData.paper
                visible: root.canAdd // qmllint disable unqualified
                enabled: !upload.busy && !root.view.busy // qmllint disable unqualified
                iconName: "plus"
                text: qsTr("Attach “%1” (PDF, JPEG, PNG)").arg(row.modelData.name)
                onClicked: {
                    source.paper = row.modelData.paper; // qmllint disable unqualified
                    source.ask();
                }
            }
        }
    }
    OpenDialog {
        id: source

        property string paper

        nameFilters: [qsTr("Papers (*.pdf *.jpg *.jpeg *.png)")]
        onAccepted: upload.add(paper, selectedFile)
    }
}

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Files
import Guanwu.Records
import Guanwu.Registry
import Guanwu.Session
import Guanwu.Theme

// One card: what it is, its photos and tag, what it is worth, and what happened to it.
Rectangle {
    id: root

    required property ClientSession session
    required property string number
    property bool canGoBack: false
    readonly property alias view: view
    readonly property alias paper: paper

    signal backRequested
    signal editRequested
    signal copyRequested
    signal printRequested

    color: Theme.page
    onNumberChanged: paper.forget()

    CardView {
        id: view
        calls: root.session.calls
        number: root.number
    }
    PageHeader {
        id: header
        width: parent.width
        z: 1
        title: view.name || root.number
        subtitle: view.tag || root.number
        canGoBack: root.canGoBack
        onBackRequested: root.backRequested()

        IconButton {
            objectName: "editCard"
            visible: root.session.mayEditCards() && view.isThere
            iconName: "edit"
            text: qsTr("Change (Ctrl+E)")
            onClicked: root.editRequested()
        }
        IconButton {
            objectName: "copyCard"
            visible: root.session.mayEditCards() && view.isThere
            iconName: "copy"
            text: qsTr("Copy to a new card")
            onClicked: root.copyRequested()
        }
        IconButton {
            objectName: "printTag"
            visible: view.isThere
            iconName: "print"
            text: qsTr("Print the tag")
            onClicked: root.printRequested()
        }
    }
    Shortcut {
        sequences: ["Ctrl+E"]
        enabled: root.session.mayEditCards() && view.isThere
        onActivated: root.editRequested()
    }
    Flickable {
        id: flick
        anchors.top: header.bottom
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
            width: parent.width - 2 * Theme.gapLarge
            spacing: Theme.gapLarge

            ProblemBanner {
                objectName: "cardProblem"
                width: parent.width
                problem: view.problem !== "" ? view.problem : paper.problem
                actionText: view.problem !== "" ? qsTr("Try again") : ""
                canDismiss: view.problem === ""
                onActionRequested: view.reload()
                onDismissed: paper.forget()
            }
            Panel {
                width: parent.width
                visible: view.isThere

                GridLayout {
                    width: parent.width
                    columns: width > 460 ? 2 : 1
                    columnSpacing: Theme.gapHuge
                    rowSpacing: Theme.gapLarge

                    ColumnLayout {
                        spacing: Theme.gap
                        Layout.fillWidth: true
                        Layout.alignment: Qt.AlignTop

                        StateChip {
                            text: view.useStateName
                            iconName: view.useState === "in_use" ? "check" : view.useState === "written_off" || view.useState === "void" ? "archive" : "info"
                            tone: view.useState === "in_use" ? Theme.good : view.useState === "written_off" || view.useState === "void" ? Theme.neutral : Theme.info
                        }
                        PlainText {
                            text: qsTr("¥ %1").arg(view.original)
                            font.pixelSize: Theme.headlineSize
                            font.weight: Font.DemiBold
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: Theme.bodySize
                            Layout.fillWidth: true
                        }
                        PlainText {
                            text: qsTr("Net %1, depreciated %2").arg(view.net).arg(view.accumulated)
                            muted: true
                            wrapMode: Text.Wrap
                            Layout.fillWidth: true
                        }
                    }
                    CallPicture {
                        id: label
                        calls: root.session.calls
                        path: view.isThere ? "/assets/" + encodeURIComponent(root.number) + "/label.png" : ""
                        visible: isThere
                        Layout.preferredWidth: 240
                        Layout.preferredHeight: isThere ? Math.min(160, 240 * implicitHeight / Math.max(1, implicitWidth)) : 0
                        Accessible.role: Accessible.Graphic
                        Accessible.name: qsTr("The tag as it is printed: %1").arg(view.tag)
                    }
                }
            }
            Panel {
                width: parent.width
                visible: view.attachments.length > 0

                Column {
                    width: parent.width
                    spacing: Theme.gap

                    PlainText {
                        text: qsTr("Photos and papers")
                        font.weight: Font.DemiBold
                    }
                    Flow {
                        width: parent.width
                        spacing: Theme.gap

                        Repeater {
                            model: view.attachments

                            Rectangle {
                                id: tile

                                required property var modelData

                                width: 140
                                height: 112
                                radius: Theme.radius
                                color: Theme.sunken
                                border.width: tile.activeFocus ? Theme.focusWidth : Theme.outlineWidth
                                border.color: tile.activeFocus ? Theme.focus : Theme.outline
                                activeFocusOnTab: true
                                Accessible.role: Accessible.Button
                                Accessible.name: tile.modelData.isPhoto ? qsTr("Photo of %1").arg(view.name) : qsTr("Paper of %1").arg(view.name)
                                Accessible.onPressAction: show()
                                Keys.onReturnPressed: show()
                                Keys.onSpacePressed: show()

                                // A photo is looked at here; a paper becomes a file that its own program opens.
                                function show() {
                                    if (tile.modelData.isPhoto)
                                        large.show(tile.modelData.path); // qmllint disable unqualified
                                    else
                                        paperTarget.askFor(tile.modelData.hash); // qmllint disable unqualified
                                }

                                CallPicture {
                                    id: photo
                                    anchors.fill: parent
                                    anchors.margins: 2
                                    calls: root.session.calls // qmllint disable unqualified
                                    path: tile.modelData.isPhoto ? tile.modelData.path : ""
                                }
                                ColumnLayout {
                                    anchors.centerIn: parent
                                    visible: !photo.isThere

                                    Icon {
                                        name: tile.modelData.isPhoto ? "photo" : "note"
                                        color: Theme.mutedText
                                        Layout.alignment: Qt.AlignHCenter
                                    }
                                    PlainText {
                                        text: qsTr("%1 kB").arg(tile.modelData.kilobytes)
                                        muted: true
                                        font.pixelSize: Theme.captionSize
                                        Layout.alignment: Qt.AlignHCenter
                                    }
                                }
                                TapHandler {
                                    onTapped: tile.show()
                                }
                            }
                        }
                    }
                }
            }
            Repeater {
                model: view.groups

                CardSummary {
                    required property var modelData

                    width: column.width // qmllint disable unqualified
                    title: modelData.title
                    fields: modelData.fields
                }
            }
            ValueCurve {
                width: parent.width
                visible: view.curve.length > 1
                points: view.curve
                reason: view.curveReason
            }
            CardHistory {
                width: parent.width
                visible: view.isThere
                events: view.history
                hasMore: view.hasMoreHistory
                onMoreRequested: view.moreHistory()
            }
        }
    }
    SavedAnswer {
        id: paper
        calls: root.session.calls
        onChanged: {
            if (writtenPath !== "")
                Qt.openUrlExternally(written);
        }
    }
    SaveDialog {
        id: paperTarget

        property string hash

        function askFor(wanted: string) {
            hash = wanted;
            ask(qsTr("Paper of %1").arg(view.name));
        }

        defaultSuffix: "pdf"
        nameFilters: [qsTr("PDF (*.pdf)")]
        onAccepted: paper.save("GET", ["attachments", hash], selectedFile)
    }
    T.Popup {
        id: large

        function show(path: string) {
            picture.path = path;
            open();
        }

        parent: T.Overlay.overlay
        anchors.centerIn: parent
        modal: true
        focus: true
        width: parent ? parent.width - 2 * Theme.gapLarge : 0
        height: parent ? parent.height - 2 * Theme.gapLarge : 0
        closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

        T.Overlay.modal: Rectangle {
            color: Theme.veil
        }
        contentItem: Item {
            CallPicture {
                id: picture
                anchors.fill: parent
                calls: root.session.calls
            }
            IconButton {
                anchors.right: parent.right
                iconName: "cross"
                tone: "white"
                text: qsTr("Close")
                onClicked: large.close()
            }
            TapHandler {
                onTapped: large.close()
            }
        }
    }
}

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Files
import Guanwu.Premises
import Guanwu.Records
import Guanwu.Session
import Guanwu.Theme

// A building as its floors, the highest on top, every room as large as it is. A tap or the arrow keys choose a room.
FocusScope {
    id: root

    required property ClientSession session
    required property string building
    required property bool isCompact
    property bool canGoBack: false
    property alias room: plan.selected
    property alias colour: plan.colour

    property string planFloor // whose plan is being marked

    signal backRequested
    signal roomOpened

    // False when no plan is open. What is not saved is asked about first.
    function closePlan(): bool {
        const editor = editing.item as PlanEditor;
        if (editor)
            editor.leave();
        return editor !== null;
    }

    function reload() {
        plan.reload();
    }
    function zoom(by: real) {
        plan.scale = plan.scale * by;
    }
    function show() {
        if (plan.selectedFloor < 0)
            return;
        floors.positionViewAtIndex(plan.selectedFloor, ListView.Contain);
        const item = floors.itemAtIndex(plan.selectedFloor);
        const top = item ? item.y + plan.selectedY() : 0;
        if (item && (top < floors.contentY + 60 || top > floors.contentY + floors.height - 60))
            floors.contentY = Math.max(floors.originY, Math.min(top - floors.height / 2, floors.originY + floors.contentHeight - floors.height));
    }
    function step(right: int, down: int) {
        plan.step(right, down);
        show();
    }

    onHeightChanged: soon.restart()
    onRoomChanged: soon.restart()
    onBuildingChanged: printing.forget()

    // What is chosen stays in sight when its story takes room, or when it was chosen before it was drawn.
    Timer {
        id: soon
        interval: 0
        onTriggered: root.show()
    }
    Connections {
        target: plan

        function onChanged() {
            soon.restart();
        }
    }
    Keys.onLeftPressed: step(-1, 0)
    Keys.onRightPressed: step(1, 0)
    Keys.onUpPressed: step(0, -1)
    Keys.onDownPressed: step(0, 1)
    Keys.onReturnPressed: if (room !== "")
        roomOpened()
    Keys.onEnterPressed: if (room !== "")
        roomOpened()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal)
            zoom(1.3);
        else if (event.key === Qt.Key_Minus)
            zoom(1 / 1.3);
        else
            return;
        event.accepted = true;
    }

    BuildingView {
        id: plan
        calls: root.session.calls
        building: root.building
        width: floors.width - 2 * floors.inset
        scale: 1
    }
    SavedAnswer {
        id: printing
        calls: root.session.calls
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            title: plan.name !== "" ? plan.name : root.building
            subtitle: plan.summary
            canGoBack: root.canGoBack
            Layout.fillWidth: true
            onBackRequested: root.backRequested()

            IconButton {
                objectName: "planToggle"
                visible: plan.hasPlans
                iconName: "copy"
                checked: plan.onPlan
                text: plan.onPlan ? qsTr("Draw all rooms to area") : qsTr("Draw them on the floor plan")
                onClicked: plan.onPlan = !plan.onPlan
            }
            IconButton {
                objectName: "zoomOut"
                iconName: "minus"
                text: qsTr("Smaller")
                onClicked: root.zoom(1 / 1.3)
            }
            IconButton {
                objectName: "zoomIn"
                iconName: "plus"
                text: qsTr("Larger")
                onClicked: root.zoom(1.3)
            }
            IconButton {
                objectName: "printPicture"
                iconName: "print"
                text: qsTr("Print as PDF, a page a floor")
                enabled: plan.isThere && !plan.isEmpty && !printing.busy
                onClicked: target.ask(plan.name !== "" ? plan.name : root.building)
            }
        }
        ChipStrip {
            objectName: "colours"
            inset: root.isCompact ? Theme.gap : Theme.gapLarge
            choices: plan.colours
            chosen: plan.colour
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapSmall
            onPicked: value => plan.colour = value
        }
        PlanLegend {
            visible: plan.isThere && !plan.isEmpty
            view: plan
            isSingleRow: root.isCompact
            inset: root.isCompact ? Theme.gap : Theme.gapLarge
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapSmall
            Layout.bottomMargin: Theme.gap
        }
        ColumnLayout {
            spacing: Theme.gap
            visible: plan.problem !== "" || printing.problem !== "" || printing.writtenPath !== ""
            Layout.fillWidth: true
            Layout.margins: root.isCompact ? Theme.gap : Theme.gapLarge

            ProblemBanner {
                problem: plan.problem !== "" ? plan.problem : printing.problem
                actionText: plan.problem !== "" ? qsTr("Try again") : ""
                canDismiss: plan.problem === ""
                Layout.fillWidth: true
                onActionRequested: plan.reload()
                onDismissed: printing.forget()
            }
            PlainText {
                visible: printing.writtenPath !== ""
                text: qsTr("Written: %1").arg(printing.writtenPath)
                wrapMode: Text.WrapAnywhere
                Layout.fillWidth: true
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            EmptyState {
                anchors.fill: parent
                visible: plan.isEmpty
                iconName: "door"
                title: qsTr("No rooms are registered in this building")
                hint: qsTr("Rooms come by import, or are not within your reach.")
            }
            PlainText {
                anchors.centerIn: parent
                visible: plan.busy && !plan.isThere
                text: qsTr("Drawing…")
                muted: true
            }
            ListView {
                id: floors

                readonly property int inset: root.isCompact ? Theme.gap : Theme.gapLarge

                objectName: "floors"
                anchors.fill: parent
                clip: true
                model: plan.floorCount
                spacing: Theme.gapLarge
                bottomMargin: Theme.gapLarge
                boundsBehavior: Flickable.StopAtBounds
                T.ScrollBar.vertical: ThinScrollBar {}
                footer: PlainText {
                    x: floors.inset // qmllint disable unqualified
                    width: floors.width - 2 * floors.inset // qmllint disable unqualified
                    topPadding: Theme.gapLarge
                    text: plan.floorCount === 0 ? "" : plan.hasPlans && plan.onPlan ? qsTr("On a floor plan rooms stand where they were marked. Other floors are schematic: rooms are to area and in the order of their numbers.") : qsTr("Schematic: rooms are to area and in the order of their numbers; where they stand is not surveyed.") // qmllint disable unqualified
                    muted: true
                    font.pixelSize: Theme.captionSize
                    wrapMode: Text.Wrap
                }

                delegate: Column {
                    id: one

                    required property int index
                    readonly property var told: plan.revision >= 0 ? plan.floorAt(index) : ({}) // qmllint disable unqualified

                    x: floors.inset // qmllint disable unqualified
                    width: floors.width - 2 * floors.inset // qmllint disable unqualified
                    spacing: Theme.gapSmall

                    Row {
                        spacing: Theme.gap

                        PlainText {
                            text: one.told.label || ""
                            font.weight: Font.DemiBold
                            anchors.verticalCenter: parent.verticalCenter
                        }
                        PlainText {
                            text: one.told.figures || ""
                            muted: true
                            font.pixelSize: Theme.captionSize
                            anchors.verticalCenter: parent.verticalCenter
                        }
                        IconButton {
                            objectName: "editPlan-" + one.index
                            visible: root.session.mayFileDocuments() && root.session.unit === "" && (one.told.floor || "") !== "" // qmllint disable unqualified
                            iconName: one.told.hasPlan ? "edit" : "photo"
                            text: one.told.hasPlan ? qsTr("Mark rooms on the floor plan…") : qsTr("Floor plan…")
                            onClicked: root.planFloor = one.told.floor // qmllint disable unqualified
                        }
                    }
                    // A plan may be wider than the page.
                    Flickable {
                        width: parent.width
                        height: one.told.height || 0
                        contentWidth: one.told.width || 0
                        contentHeight: height
                        interactive: contentWidth > width
                        flickableDirection: Flickable.HorizontalFlick
                        boundsBehavior: Flickable.StopAtBounds
                        clip: interactive
                        T.ScrollBar.horizontal: ThinScrollBar {}

                        FloorPicture {
                            objectName: "floor-" + one.index
                            width: one.told.width || 0
                            height: one.told.height || 0
                            view: plan // qmllint disable unqualified
                            floor: one.index
                            inks: Theme.planInks
                            strength: Theme.planStrength
                            surface: Theme.surface
                            text: Theme.text
                            outline: Theme.mutedText
                            ring: Theme.focus
                            family: Theme.family
                            pixelSize: Theme.captionSize
                            Accessible.role: Accessible.Graphic
                            Accessible.name: (one.told.label || "") + ", " + (one.told.figures || "")
                            Accessible.description: plan.spoken(plan.selected) // qmllint disable unqualified

                            TapHandler {
                                onTapped: point => {
                                    root.forceActiveFocus(); // qmllint disable unqualified
                                    const room = plan.roomAt(one.index, point.position.x, point.position.y); // qmllint disable unqualified
                                    if (room === "")
                                        return;
                                    plan.choose(room); // qmllint disable unqualified
                                    root.roomOpened(); // qmllint disable unqualified
                                }
                            }
                            PlainText {
                                visible: one.told.unmarked > 0
                                y: (one.told.unmarkedAt || 0) + 6
                                text: qsTr("Not marked on the plan: %1").arg(one.told.unmarked || 0)
                                muted: true
                                font.pixelSize: Theme.captionSize
                            }
                        }
                    }
                }
            }
        }
    }
    Loader {
        id: editing
        anchors.fill: parent
        active: root.planFloor !== ""
        focus: active
        z: 3
        sourceComponent: PlanEditor {
            objectName: "planEditor"
            session: root.session // qmllint disable unqualified
            view: plan // qmllint disable unqualified
            floor: root.planFloor // qmllint disable unqualified
            isCompact: root.isCompact // qmllint disable unqualified
            focus: true
            onClosed: { // qmllint disable unqualified
                root.planFloor = ""; // qmllint disable unqualified
                root.forceActiveFocus(); // qmllint disable unqualified
            }
        }
    }
    SaveDialog {
        id: target
        defaultSuffix: "pdf"
        nameFilters: [qsTr("PDF (*.pdf)")]
        onAccepted: printing.save("GET", ["space", "buildings", root.building, "picture.pdf"], selectedFile, {
                colour: plan.colour
            })
    }
}

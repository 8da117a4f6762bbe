import QtQuick
import QtTest
import Guanwu.Files

// Files are chosen with keys alone. The folder of these tests is the one that is looked through.
Item {
    id: root

    readonly property string here: ("" + Qt.resolvedUrl(".")).replace("file://", "").replace(/\/$/, "")

    width: 800
    height: 700

    FolderView {
        id: folder
    }
    Component {
        id: opening
        OpenDialog {
            nameFilters: ["QML (*.qml)"]
        }
    }
    Component {
        id: saving
        SaveDialog {
            defaultSuffix: "qml"
            nameFilters: ["QML (*.qml)"]
        }
    }
    Component {
        id: picking
        FolderDialog {}
    }
    SignalSpy {
        id: accepted
        signalName: "accepted"
    }

    TestCase {
        name: "Files"
        when: windowShown

        function asked(component: Component, name: string): QtObject {
            folder.remember(root.here + "/tst_files.qml");
            const dialog = createTemporaryObject(component, root);
            accepted.clear();
            accepted.target = dialog;
            dialog.ask(name);
            tryCompare(dialog, "opened", true);
            return dialog;
        }
        function inDialog(name: string): Item {
            return findChild(root.Window.window.contentItem, name);
        }
        function test_aFileIsFoundAndOpenedByKeys() {
            const dialog = asked(opening, "");
            const list = inDialog("folderEntries");
            tryCompare(list, "activeFocus", true);
            verify(inDialog("places").choices.length > 0);
            compare(inDialog("folderPath").text, root.here);
            verify(list.count > 5);
            keyClick(Qt.Key_Backspace);
            tryVerify(() => root.here.startsWith(inDialog("folderPath").text + "/"));
            let steps = 0;
            while (list.model.nameAt(list.currentIndex) !== "qml" && ++steps < 100)
                keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
            tryCompare(inDialog("folderPath"), "text", root.here);
            compare(list.currentIndex, 0);
            keyClick(Qt.Key_Down);
            const name = list.model.nameAt(1);
            verify(name.endsWith(".qml"));
            keyClick(Qt.Key_Return);
            compare(accepted.count, 1);
            compare("" + dialog.selectedFile, "file://" + root.here + "/" + name);
            verify(!dialog.opened);
        }
        function test_aFileIsOpenedByItsWrittenName() {
            const dialog = asked(opening, "");
            const entry = inDialog("fileName");
            entry.focusField();
            entry.text = "no such file";
            keyClick(Qt.Key_Return);
            verify(dialog.problem !== "");
            compare(accepted.count, 0);
            entry.text = root.here + "/tst_theme.qml";
            keyClick(Qt.Key_Return);
            compare("" + dialog.selectedFile, "file://" + root.here + "/tst_theme.qml");
        }
        function test_aNewFileIsSavedAtOnceAndAnOldOneIsAskedFor() {
            const dialog = asked(saving, "资产/2026");
            const entry = inDialog("fileName");
            tryVerify(() => entry.field.activeFocus);
            compare(entry.text, "资产 2026.qml");
            verify(!dialog.replaces);
            keyClick(Qt.Key_Return);
            compare(accepted.count, 1);
            compare(decodeURIComponent("" + dialog.selectedFile), "file://" + root.here + "/资产 2026.qml");

            dialog.ask("tst_theme");
            verify(dialog.replaces);
            verify(inDialog("replaces").visible);
            verify(dialog.isDangerous);
            keyClick(Qt.Key_Escape);
            tryVerify(() => !dialog.opened);
            compare(accepted.count, 1);
        }
        function test_aFolderIsTaken() {
            const dialog = asked(picking, "");
            tryCompare(inDialog("folderEntries"), "activeFocus", true);
            keyClick(Qt.Key_Backspace);
            inDialog("confirm").clicked();
            compare(accepted.count, 1);
            verify(root.here.startsWith(("" + dialog.selectedFolder).replace("file://", "") + "/"));
        }
    }
}

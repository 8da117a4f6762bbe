import QtQuick
import QtQuick.Templates as T
import Guanwu.Session
import Guanwu.Shell
import Guanwu.Theme

// The window. Here, and nowhere else, the form factor is decided.
T.ApplicationWindow {
    id: root

    required property ClientSession session
    required property AppSettings settings
    readonly property bool isCompact: width < Theme.mediumWidth
    readonly property bool isExpanded: width >= Theme.expandedWidth

    width: 1280
    height: 800
    minimumWidth: 320
    visible: true
    title: qsTr("Guanwu")
    color: Theme.page

    Binding {
        target: Theme
        property: "scheme"
        value: root.settings.scheme
    }
    Binding {
        target: Theme
        property: "largeType"
        value: root.settings.largeType
    }

    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: {
            switch (root.session.state) {
            case ClientSession.NotEnrolled:
                return firstStart;
            case ClientSession.LoggedOut:
                return logIn;
            case ClientSession.MustChangePassword:
                return changePassword;
            case ClientSession.Locked:
                return unlock;
            default:
                return home;
            }
        }
    }

    Component {
        id: firstStart
        EnrolPage {
            session: root.session // qmllint disable unqualified
            settings: root.settings // qmllint disable unqualified
        }
    }
    Component {
        id: logIn
        LogInPage {
            session: root.session // qmllint disable unqualified
        }
    }
    Component {
        id: changePassword
        ChangePasswordPage {
            session: root.session // qmllint disable unqualified
        }
    }
    Component {
        id: unlock
        UnlockPage {
            session: root.session // qmllint disable unqualified
        }
    }
    Component {
        id: home
        HomePage {
            session: root.session // qmllint disable unqualified
            settings: root.settings // qmllint disable unqualified
            isCompact: root.isCompact // qmllint disable unqualified
            isExpanded: root.isExpanded // qmllint disable unqualified
        }
    }
}

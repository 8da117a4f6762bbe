pragma Singleton

import QtQuick

// The only place with sizes and colours, by what they mean. Changed by the settings page alone.
QtObject {
    id: root

    enum Scheme {
        Light,
        Dark,
        HighContrast
    }

    property int scheme: Theme.Light
    property bool largeType: false

    // Form factors, decided once, in the shell.
    readonly property int mediumWidth: 640
    readonly property int expandedWidth: 1100

    readonly property real typeScale: largeType ? 1.35 : 1
    readonly property int captionSize: Math.round(13 * typeScale)
    readonly property int bodySize: Math.round(15 * typeScale)
    readonly property int titleSize: Math.round(18 * typeScale)
    readonly property int headlineSize: Math.round(24 * typeScale)
    readonly property int figureSize: Math.round(34 * typeScale)
    readonly property string family: "Noto Sans CJK SC"

    readonly property int touchTarget: 48
    readonly property int gapSmall: 4
    readonly property int gap: 8
    readonly property int gapLarge: 16
    readonly property int gapHuge: 24
    readonly property int radius: 8
    readonly property int outlineWidth: scheme === Theme.HighContrast ? 2 : 1
    readonly property int focusWidth: 3
    readonly property int quick: 120 // ms, of what moves

    readonly property bool isDark: scheme === Theme.Dark
    readonly property bool isHighContrast: scheme === Theme.HighContrast

    function pick(light: color, dark: color, contrast: color): color {
        return isHighContrast ? contrast : isDark ? dark : light;
    }

    readonly property color page: pick("#f3f5f7", "#11161b", "#ffffff")
    readonly property color surface: pick("#ffffff", "#1a2128", "#ffffff")
    readonly property color raised: pick("#ffffff", "#232c35", "#ffffff")
    readonly property color sunken: pick("#e9edf1", "#0c1014", "#f0f0f0")
    readonly property color hovered: pick("#eef3f7", "#27313b", "#dcecff")
    readonly property color selected: pick("#dcebf8", "#1d3f5e", "#ffe97a")
    readonly property color outline: pick("#cfd7df", "#3a4651", "#000000")
    readonly property color text: pick("#17212b", "#e8edf2", "#000000")
    readonly property color mutedText: pick("#55626f", "#a3b0bc", "#000000")
    readonly property color accent: pick("#0b5a9d", "#6bb4f0", "#003c8f")
    readonly property color accentText: pick("#ffffff", "#08202f", "#ffffff")
    readonly property color focus: pick("#0b5a9d", "#9bd0ff", "#0060ff")
    readonly property color veil: pick("#99101820", "#b3000000", "#cc000000")

    // What a state says. Never the only sign of it: an icon and a word stand beside.
    readonly property color good: pick("#17713a", "#63c98a", "#00591f")
    readonly property color warning: pick("#955400", "#f0b35a", "#7a3d00")
    readonly property color bad: pick("#b3261e", "#f58a82", "#a00000")
    readonly property color info: pick("#0b5a9d", "#6bb4f0", "#003c8f")
    readonly property color foreign: pick("#6a3a9c", "#c39bf0", "#4b1a80")
    readonly property color neutral: pick("#55626f", "#a3b0bc", "#222222")

    // Inks of a plan by number, 0 says nothing: people with any common colour blindness tell them apart (Okabe and Ito).
    // A pattern and a letter stand beside.
    readonly property var planInks: ["#8a8a8a", "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442"]
    readonly property real planStrength: isHighContrast ? 0.3 : isDark ? 0.36 : 0.34

    // The paler ground of a state, for rows and banners.
    function ground(tone: color): color {
        return isHighContrast ? surface : Qt.tint(surface, Qt.rgba(tone.r, tone.g, tone.b, isDark ? 0.18 : 0.1));
    }

    // A colour by the name of its meaning, for models that name one.
    function named(tone: string): color {
        switch (tone) {
        case "good":
            return good;
        case "warning":
            return warning;
        case "bad":
            return bad;
        case "info":
            return info;
        case "foreign":
            return foreign;
        default:
            return neutral;
        }
    }

    // The same over a camera picture, which is dark or light as it likes: bright, on a dark ground.
    function overPicture(tone: string): color {
        switch (tone) {
        case "good":
            return "#58e58a";
        case "warning":
            return "#ffc24d";
        case "bad":
            return "#ff8379";
        case "info":
            return "#6fc0ff";
        case "foreign":
            return "#d0a6ff";
        default:
            return "#dfe6ec";
        }
    }
}

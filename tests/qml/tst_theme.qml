import QtQuick
import QtTest
import Guanwu.Theme

TestCase {
    name: "Theme"

    function luminance(c: color): real {
        const part = v => v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
        return 0.2126 * part(c.r) + 0.7152 * part(c.g) + 0.0722 * part(c.b);
    }

    function contrast(a: color, b: color): real {
        const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
        return (light + 0.05) / (dark + 0.05);
    }

    function test_everyTextCanBeReadOnItsGround_data() {
        return [{tag: "light", scheme: Theme.Light, least: 4.5}, {tag: "dark", scheme: Theme.Dark, least: 4.5}, {tag: "contrast", scheme: Theme.HighContrast, least: 7}];
    }

    // WCAG 2.1, 1.4.3 and 1.4.6.
    function test_everyTextCanBeReadOnItsGround(row) {
        Theme.scheme = row.scheme;
        const pairs = [["text", "page"], ["text", "surface"], ["text", "sunken"], ["text", "hovered"], ["text", "selected"], ["mutedText", "page"], ["mutedText", "surface"], ["accentText", "accent"], ["accentText", "bad"], ["accent", "surface"], ["accent", "selected"]];
        for (const tone of ["good", "warning", "bad", "info", "foreign", "neutral"])
            pairs.push([tone, "surface"]);
        for (const [ink, ground] of pairs)
            verify(contrast(Theme[ink], Theme[ground]) >= row.least, ink + " on " + ground + ": " + contrast(Theme[ink], Theme[ground]).toFixed(2));
        for (const tone of ["good", "warning", "bad", "info", "foreign", "neutral"])
            verify(contrast(Theme[tone], Theme.ground(Theme[tone])) >= row.least, tone + " on its ground: " + contrast(Theme[tone], Theme.ground(Theme[tone])).toFixed(2));
        Theme.scheme = Theme.Light;
    }
}

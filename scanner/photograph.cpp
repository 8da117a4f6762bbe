#include "scanner/photograph.h"

#include "scanner/geometry.h"
#include "scanner/photo_canvas.h"
#include "scanner/photo_optics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

namespace guanwu {

namespace {

    double radians(double degrees) { return degrees * std::numbers::pi / 180; }

    // Between two pictures of a second's thirty: pixels and degrees either way.
    constexpr double kShake = 3;
    constexpr double kRoll = 1.5;

    struct Pose {
        PointF middle; // in the frame
        double scale = 1;
        double turn = 0; // all angles in radians
        double tilt = 0;
        double tiltAxis = 0;
    };

    /// From label pixels to frame pixels, seen by a camera whose field of view is that of a phone (about 65
    /// degrees).
    Homography viewOf(const LumImage& label, const Pose& pose, int frameWidth)
    {
        const double focal = frameWidth / (2 * std::tan(radians(32.5)));
        // A point at (u, v) from the label's middle is turned, then the part of it across the tilt axis leans
        // away.
        const auto project = [&](double u, double v) {
            const double x = pose.scale * (u * std::cos(pose.turn) - v * std::sin(pose.turn));
            const double y = pose.scale * (u * std::sin(pose.turn) + v * std::cos(pose.turn));
            const PointF axis {std::cos(pose.tiltAxis), std::sin(pose.tiltAxis)};
            const double along = x * axis.x + y * axis.y;
            const double across = -x * axis.y + y * axis.x;
            const double flat = across * std::cos(pose.tilt);
            return std::array {along * axis.x - flat * axis.y, along * axis.y + flat * axis.x,
                across * std::sin(pose.tilt) / focal};
        };
        const auto right = project(1, 0);
        const auto down = project(0, 1);
        const PointF c = pose.middle;
        const double mu = label.width / 2.0;
        const double mv = label.height / 2.0;
        const std::array<double, 9> centred {right[0] + c.x * right[2], down[0] + c.x * down[2], c.x,
            right[1] + c.y * right[2], down[1] + c.y * down[2], c.y, right[2], down[2], 1};
        std::array<double, 9> map = centred;
        for (std::size_t row = 0; row < 3; ++row)
            map[3 * row + 2] -= centred[3 * row] * mu + centred[3 * row + 1] * mv;
        return Homography(map);
    }

    Corners cornersIn(const Homography& view, const LumImage& label)
    {
        const double w = label.width;
        const double h = label.height;
        Corners corners;
        std::size_t i = 0;
        for (const PointF p : {PointF {0, 0}, PointF {w, 0}, PointF {w, h}, PointF {0, h}}) {
            const PointF seen = view.map(p);
            corners[i++] = {static_cast<int>(std::lround(seen.x)), static_cast<int>(std::lround(seen.y))};
        }
        return corners;
    }

    std::optional<std::uint8_t> pixelAt(const LumImage& image, PointF p)
    {
        if (p.x < 0 || p.y < 0 || p.x >= image.width || p.y >= image.height)
            return std::nullopt;
        return image.pixels[static_cast<std::size_t>(p.y) * static_cast<std::size_t>(image.width)
            + static_cast<std::size_t>(p.x)];
    }

    /// Each frame pixel is the mean of a grid of points in it, so modules smaller than a pixel mix as on a
    /// sensor.
    void paste(
        Canvas& canvas, const LumImage& label, const Homography& view, const PhotoConditions& conditions)
    {
        constexpr int kGrid = 5;
        const auto corners = cornersIn(view, label);
        const auto [left, right] = std::minmax_element(
            corners.begin(), corners.end(), [](PixelPoint a, PixelPoint b) { return a.x < b.x; });
        const auto [top, bottom] = std::minmax_element(
            corners.begin(), corners.end(), [](PixelPoint a, PixelPoint b) { return a.y < b.y; });
        const Homography back = view.inverse();
        for (int y = std::max(0, top->y - 1); y <= std::min(canvas.height - 1, bottom->y + 1); ++y)
            for (int x = std::max(0, left->x - 1); x <= std::min(canvas.width - 1, right->x + 1); ++x) {
                double sum = 0;
                int inside = 0;
                for (int i = 0; i < kGrid * kGrid; ++i) {
                    const PointF p {x + (i % kGrid + 0.5) / kGrid, y + (i / kGrid + 0.5) / kGrid};
                    if (const auto pixel = pixelAt(label, back.map(p))) {
                        sum += std::lerp(conditions.ink, conditions.paper, *pixel / 255.0) / 255.0;
                        ++inside;
                    }
                }
                constexpr double kPoints = kGrid * kGrid;
                float& light = canvas.row(y)[x];
                light
                    = static_cast<float>(sum / kPoints + static_cast<double>(light) * (1 - inside / kPoints));
            }
    }

    /// Where each label goes: the frame is divided into cells of about the frame's shape, one a label.
    class Table {
    public:
        Table(std::size_t labels, const PhotoConditions& conditions)
            : m_conditions(conditions)
            , m_columns(std::max(1, static_cast<int>(std::ceil(std::sqrt(static_cast<double>(labels))))))
            , m_rows(std::max(1, (static_cast<int>(labels) + m_columns - 1) / m_columns))
        {
        }

        [[nodiscard]] Pose pose(std::size_t index, const LumImage& label, PhotoRandom& random) const
        {
            const double cellWidth = static_cast<double>(m_conditions.width) / m_columns;
            const double cellHeight = static_cast<double>(m_conditions.height) / m_rows;
            Pose pose;
            pose.turn = radians(random.between(-m_conditions.turnDegrees, m_conditions.turnDegrees));
            pose.tilt = radians(random.between(m_conditions.leastTiltDegrees, m_conditions.tiltDegrees));
            pose.tiltAxis = random.between(0, 2 * std::numbers::pi);
            const double sine = std::abs(std::sin(pose.turn));
            const double cosine = std::abs(std::cos(pose.turn));
            const double width = label.width * cosine + label.height * sine;
            const double height = label.width * sine + label.height * cosine;
            constexpr double kAir = 0.92; // the near side of a tilted label is larger than the label
            pose.scale = std::min({m_conditions.scale, kAir * cellWidth / width, kAir * cellHeight / height});
            const double freeX = (kAir * cellWidth - pose.scale * width) / 2;
            const double freeY = (kAir * cellHeight - pose.scale * height) / 2;
            const int column = static_cast<int>(index) % m_columns;
            const int row = static_cast<int>(index) / m_columns;
            pose.middle = {(column + 0.5) * cellWidth + random.between(-freeX, freeX),
                (row + 0.5) * cellHeight + random.between(-freeY, freeY)};
            return pose;
        }

    private:
        const PhotoConditions& m_conditions;
        int m_columns;
        int m_rows;
    };

} // namespace

PhotoConditions mildConditions() { return {}; }

PhotoConditions roughConditions()
{
    PhotoConditions conditions;
    conditions.scale = 0.3;
    conditions.tiltDegrees = 35;
    conditions.turnDegrees = 180;
    conditions.blurSigma = 1.1;
    conditions.motionPixels = 2;
    conditions.noise = 7;
    conditions.paper = 165;
    conditions.ink = 60;
    conditions.unevenLight = 0.5;
    return conditions;
}

PhotoScene photographScene(
    std::span<const LumImage> labels, const PhotoConditions& conditions, std::uint64_t seed)
{
    PhotoRandom random(seed);
    PhotoRandom hand(
        seed ^ (std::uint64_t {0x9E3779B97F4A7C15} * static_cast<std::uint64_t>(conditions.shot)));
    Canvas canvas = photoBackground(conditions.width, conditions.height, conditions.clutter, random);
    const Table table(labels.size(), conditions);
    const double dx = conditions.shot == 0 ? 0 : hand.between(-kShake, kShake);
    const double dy = conditions.shot == 0 ? 0 : hand.between(-kShake, kShake);
    const double roll = conditions.shot == 0 ? 0 : radians(hand.between(-kRoll, kRoll));
    PhotoScene scene;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        Pose pose = table.pose(i, labels[i], random);
        pose.middle.x += dx;
        pose.middle.y += dy;
        pose.turn += roll;
        const auto view = viewOf(labels[i], pose, conditions.width);
        paste(canvas, labels[i], view, conditions);
        scene.labels.push_back(cornersIn(view, labels[i]));
    }
    if (conditions.glare > 0 && !scene.labels.empty())
        addGlare(canvas, scene.labels.front(), conditions.glare, random);
    scene.picture = exposed(std::move(canvas), conditions, conditions.shot == 0 ? random : hand);
    return scene;
}

LumImage photograph(const LumImage& label, const PhotoConditions& conditions, std::uint64_t seed)
{
    return photographScene(std::span(&label, 1), conditions, seed).picture;
}

} // namespace guanwu

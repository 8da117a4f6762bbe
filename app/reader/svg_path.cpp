#include "app/reader/svg_path.h"

#include "app/reader/svg_values.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace guanwu {

namespace {

    struct Spot {
        double x = 0;
        double y = 0;
    };

    /// As the standard computes the middle of an arc from its ends (SVG 1.1, F.6.5).
    void addArc(cairo_t* context, const Spot& from, const Spot& to, double rx, double ry, double degrees,
        bool isLarge, bool isSweep)
    {
        rx = std::abs(rx);
        ry = std::abs(ry);
        if (rx == 0 || ry == 0)
            return cairo_line_to(context, to.x, to.y);
        const double angle = degrees * std::numbers::pi / 180;
        const double cosine = std::cos(angle);
        const double sine = std::sin(angle);
        const double halfX = (from.x - to.x) / 2;
        const double halfY = (from.y - to.y) / 2;
        const double x = cosine * halfX + sine * halfY;
        const double y = -sine * halfX + cosine * halfY;
        if (x == 0 && y == 0)
            return;
        const double stretch = x * x / (rx * rx) + y * y / (ry * ry);
        if (stretch > 1) {
            rx *= std::sqrt(stretch);
            ry *= std::sqrt(stretch);
        }
        const double below = rx * rx * y * y + ry * ry * x * x;
        const double root = std::sqrt(std::max(0.0, (rx * rx * ry * ry - below) / below));
        const double factor = isLarge == isSweep ? -root : root;
        const double middleX = factor * rx * y / ry;
        const double middleY = -factor * ry * x / rx;
        const double begin = std::atan2((y - middleY) / ry, (x - middleX) / rx);
        const double end = std::atan2((-y - middleY) / ry, (-x - middleX) / rx);
        cairo_matrix_t before;
        cairo_get_matrix(context, &before);
        cairo_translate(context, cosine * middleX - sine * middleY + (from.x + to.x) / 2,
            sine * middleX + cosine * middleY + (from.y + to.y) / 2);
        cairo_rotate(context, angle);
        cairo_scale(context, rx, ry);
        if (isSweep)
            cairo_arc(context, 0, 0, 1, begin, end);
        else
            cairo_arc_negative(context, 0, 0, 1, begin, end);
        cairo_set_matrix(context, &before);
    }

    class PathReader {
    public:
        PathReader(cairo_t* context, std::string_view text, std::size_t& left)
            : m_context(context)
            , m_numbers(text)
            , m_left(left)
        {
        }

        bool read()
        {
            char command = 0;
            while (!m_numbers.isAtEnd()) {
                if (const char letter = m_numbers.nextLetter(); letter != 0)
                    command = letter;
                else if (command == 0 || command == 'Z' || command == 'z')
                    return false;
                if (m_left == 0 || !take(command))
                    return false;
                --m_left;
                // What follows a move without a letter are lines.
                if (command == 'M' || command == 'm')
                    command = command == 'M' ? 'L' : 'l';
            }
            return true;
        }

    private:
        bool number(double& to)
        {
            const auto value = m_numbers.next();
            to = value.value_or(0);
            return value.has_value();
        }
        bool spot(Spot& to, bool isRelative)
        {
            if (!number(to.x) || !number(to.y))
                return false;
            if (isRelative) {
                to.x += m_at.x;
                to.y += m_at.y;
            }
            return true;
        }
        void curve(const Spot& first, const Spot& second, const Spot& to)
        {
            cairo_curve_to(m_context, first.x, first.y, second.x, second.y, to.x, to.y);
            m_handle = second;
            m_at = to;
        }
        void quadratic(const Spot& handle, const Spot& to)
        {
            const auto between = [](const Spot& end, const Spot& middle) {
                return Spot {end.x + 2 * (middle.x - end.x) / 3, end.y + 2 * (middle.y - end.y) / 3};
            };
            curve(between(m_at, handle), between(to, handle), to);
            m_handle = handle;
        }
        [[nodiscard]] Spot mirrored() const { return {2 * m_at.x - m_handle.x, 2 * m_at.y - m_handle.y}; }

        bool take(char letter)
        {
            const bool isRelative = letter >= 'a';
            const char command = isRelative ? static_cast<char>(letter - 'a' + 'A') : letter;
            const char before = m_before;
            m_before = command;
            // Only a move begins a path.
            if (command != 'M' && cairo_has_current_point(m_context) == 0)
                return false;
            Spot first;
            Spot second;
            Spot to = m_at;
            switch (command) {
            case 'M':
                if (!spot(to, isRelative))
                    return false;
                cairo_move_to(m_context, to.x, to.y);
                m_begin = m_at = to;
                return true;
            case 'L':
                if (!spot(to, isRelative))
                    return false;
                break;
            case 'H':
                if (!number(to.x))
                    return false;
                to.x += isRelative ? m_at.x : 0;
                break;
            case 'V':
                if (!number(to.y))
                    return false;
                to.y += isRelative ? m_at.y : 0;
                break;
            case 'C':
            case 'S':
                if ((command == 'C' && !spot(first, isRelative)) || !spot(second, isRelative)
                    || !spot(to, isRelative))
                    return false;
                if (command == 'S')
                    first = before == 'C' || before == 'S' ? mirrored() : m_at;
                curve(first, second, to);
                return true;
            case 'Q':
            case 'T':
                if ((command == 'Q' && !spot(first, isRelative)) || !spot(to, isRelative))
                    return false;
                if (command == 'T')
                    first = before == 'Q' || before == 'T' ? mirrored() : m_at;
                quadratic(first, to);
                return true;
            case 'A': {
                double rx = 0;
                double ry = 0;
                double angle = 0;
                if (!number(rx) || !number(ry) || !number(angle))
                    return false;
                const auto isLarge = m_numbers.nextFlag();
                const auto isSweep = m_numbers.nextFlag();
                if (!isLarge || !isSweep || !spot(to, isRelative))
                    return false;
                addArc(m_context, m_at, to, rx, ry, angle, *isLarge, *isSweep);
                m_at = to;
                return true;
            }
            case 'Z':
                cairo_close_path(m_context);
                m_at = m_begin;
                return true;
            default:
                return false;
            }
            cairo_line_to(m_context, to.x, to.y);
            m_at = to;
            return true;
        }

        cairo_t* m_context;
        SvgNumbers m_numbers;
        std::size_t& m_left;
        Spot m_at;
        Spot m_begin;
        Spot m_handle; ///< of the curve before
        char m_before = 0;
    };

} // namespace

bool addSvgPath(cairo_t* context, std::string_view text, std::size_t& left)
{
    return PathReader(context, text, left).read();
}

void addSvgEllipse(cairo_t* context, double x, double y, double radiusX, double radiusY)
{
    if (radiusX <= 0 || radiusY <= 0)
        return;
    cairo_matrix_t before;
    cairo_get_matrix(context, &before);
    cairo_translate(context, x, y);
    cairo_scale(context, radiusX, radiusY);
    cairo_new_sub_path(context);
    cairo_arc(context, 0, 0, 1, 0, 2 * std::numbers::pi);
    cairo_close_path(context);
    cairo_set_matrix(context, &before);
}

} // namespace guanwu

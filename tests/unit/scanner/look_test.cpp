#include "scanner/grid_places.h"
#include "scanner/image_ops.h"
#include "scanner/look_table.h"
#include "scanner/module_row.h"
#include "scanner/patch.h"

#include <catch2/catch.hpp>
#include <random>

using namespace guanwu;

TEST_CASE("greys look most like the pattern that has the highest score of all", "[looks]")
{
    std::mt19937 random(7);
    std::vector<std::vector<float>> looks;
    for (int i = 0; i < 37; ++i) { // two blocks and a part of one
        std::string modules;
        for (int module = 0; module < 13; ++module)
            modules += random() % 2 == 0 ? '0' : '1';
        looks.push_back(lookOf("10" + modules, 0.16));
    }
    const LookTable table(looks);
    REQUIRE(table.length() == 15);
    for (int round = 0; round < 50; ++round) {
        std::vector<float> greys;
        for (std::size_t module = 0; module < table.length(); ++module)
            greys.push_back(static_cast<float>(random() % 256));
        std::size_t most = 0;
        for (std::size_t i = 1; i < looks.size(); ++i)
            if (table.score(greys.data(), {i}) > table.score(greys.data(), {most}))
                most = i;
        const LookTable::Best best = table.best(greys.data());
        CHECK(best.pattern == most);
        CHECK(best.score == Approx(table.score(greys.data(), {most})).margin(1e-5));
        CHECK(best.score == Approx(correlation(greys.data(), looks[most])).margin(1e-5));
    }
    const std::vector<float> flat(table.length(), 90.F);
    CHECK(table.best(flat.data()).score == 0);
}

TEST_CASE("the greys of a grid are those of its places, inside of the picture, at its edge and under a lamp",
    "[grid]")
{
    std::mt19937 random(11);
    LumImage picture {120, 90, {}};
    for (int i = 0; i < 120 * 90; ++i)
        picture.pixels.push_back(static_cast<std::uint8_t>(random()));
    std::vector<std::uint8_t> lost(picture.pixels.size());
    for (std::size_t i = 0; i < lost.size(); i += 3)
        lost[i] = 1;
    GridPlaces places;
    std::vector<PointF> all;
    for (int i = 0; i < 53; ++i) { // no whole number of steps
        all.push_back({static_cast<double>(random() % 200) / 10, static_cast<double>(random() % 200) / 10});
        places.add(all.back());
    }
    const Quad inside {{{20, 10}, {90, 14}, {85, 70}, {15, 66}}};
    const Quad across {{{-20, -10}, {60, 4}, {55, 60}, {-15, 66}}};
    for (const Quad& quad : {inside, across})
        for (const bool isLit : {false, true}) {
            LumView view(picture);
            if (isLit)
                view.lost = lost.data();
            const auto grid = Homography::ofSquare(20, quad);
            std::vector<float> greys;
            places.greys(view, grid, greys);
            REQUIRE(greys.size() >= all.size());
            for (std::size_t i = 0; i < all.size(); ++i) {
                const PointF there = grid.map(all[i]);
                INFO(i << " " << there.x << " " << there.y);
                if (isLost(view, there))
                    CHECK(greys[i] == kLostGrey);
                else
                    CHECK(greys[i] == Approx(greyAt(view, there)).margin(0.1));
            }
        }
}

#pragma once

#include "app/client/gallery/gallery_page.h"

#include <vector>

namespace guanwu {

/// All pages, in the order of the gallery.
[[nodiscard]] std::vector<GalleryPage> galleryPages();

// One function for each module, in a file of its own.
[[nodiscard]] std::vector<GalleryPage> countingPages();
[[nodiscard]] std::vector<GalleryPage> sessionPages();
[[nodiscard]] std::vector<GalleryPage> registryPages();
[[nodiscard]] std::vector<GalleryPage> campaignPages();
[[nodiscard]] std::vector<GalleryPage> documentPages();
[[nodiscard]] std::vector<GalleryPage> lifePages();
[[nodiscard]] std::vector<GalleryPage> reportPages();
[[nodiscard]] std::vector<GalleryPage> spacePages();
[[nodiscard]] std::vector<GalleryPage> booksPages();

/// The world that a page is shown in, with somebody of its role logged in.
[[nodiscard]] GalleryWorld worldOf(const GalleryPage& page, const std::filesystem::path& folder);

} // namespace guanwu

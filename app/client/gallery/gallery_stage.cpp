#include "app/client/gallery/gallery_stage.h"

#include "app/client/gallery/pages.h"

namespace guanwu {

GalleryWorld& GalleryStage::world()
{
    if (!m_world.session) {
        GalleryPage page;
        page.name = QStringLiteral("stage");
        page.role = m_role;
        m_world = worldOf(page, m_folder.path().toStdString());
        for (const GalleryPage& one : galleryPages())
            if (one.name == m_page && one.prepare)
                one.prepare(m_world);
    }
    return m_world;
}

} // namespace guanwu

#include "moc_gallery_stage.cpp"

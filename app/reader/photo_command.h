#pragma once

namespace guanwu {

/// The verb "photo" of guanwu-reader: the photo on standard input, which is a file, is decoded to prove that
/// it is one, and goes without metadata to standard output (security X13). Returns the exit code: 0, or 3
/// when it is no photo.
int runPhotoCleaner();

} // namespace guanwu

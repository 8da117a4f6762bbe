#pragma once

namespace guanwu {

/// Takes from this process what reading a spreadsheet does not need (security X11): memory above 512 MiB,
/// processor time above 60 s, every descriptor but the three standard ones, new descriptors, writing of
/// files, core files, privileges.
///
/// With no descriptor left to give, neither a file nor a socket can be opened. That holds against what a file
/// can make the parsers do; against code of a stranger running in this process it is a hurdle only, because
/// such code could close a standard descriptor first. The network namespace is then the second wall, where
/// the system lets users make one.
void limitProcess();

} // namespace guanwu

String log = new File(basedir, 'build.log').text
assert log.contains('module dev.headnote, e5-small: weather: Forecasters have issued')
assert log.contains('module dev.headnote, instant: weather: ')
// Training reads Smile, whose module the library's descriptor can't name.
assert (log =~ /Learned: 2 by \d\S+\n/).count == 2

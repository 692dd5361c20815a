String log = new File(basedir, 'build.log').text
assert log.contains('module dev.headnote, e5-small: weather: Forecasters have issued')
assert log.contains('module dev.headnote, instant: weather: ')

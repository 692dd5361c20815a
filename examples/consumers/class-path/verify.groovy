String log = new File(basedir, 'build.log').text
assert log.contains('weather (')
assert log.contains('Forecasters have issued an amber warning')

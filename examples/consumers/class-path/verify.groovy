String log = new File(basedir, 'build.log').text
assert log.contains('weather\n')
assert log.contains('Forecasters have issued an amber warning')

// The lines that README shows are those that ran.
String readme = new File(basedir, '../../../../../README.md').text
assert readme.contains(new File(basedir, 'src/main/java/Example.java').text)

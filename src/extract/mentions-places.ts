const names = (list: string) =>
  new Set(
    list
      .trim()
      .split(/\s*,\s*/)
      .filter((name) => name !== ''),
  )

/** Countries, states and cities that are written with a capital and are no everyday word: the world's best-known ones. */
export const PLACES: ReadonlySet<string> = names(`
Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahrain, Bangladesh, Belarus, Belgium, Benin, Bhutan, Bolivia, Bosnia,
Botswana, Brazil, Bulgaria, Burundi, Cambodia, Cameroon, Canada, Chile, Colombia, Congo, Croatia, Cuba, Cyprus, Czechia, Czech Republic, Czechoslovakia, Denmark, Ecuador, Egypt,
El Salvador, England, Eritrea, Estonia, Ethiopia, Finland, France, Gabon, Germany, Ghana, Greece, Guatemala, Guyana, Haiti, Honduras, Hungary, Iceland, India, Indonesia,
Iran, Iraq, Ireland, Israel, Italy, Jamaica, Japan, Kazakhstan, Kenya, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania,
Luxembourg, Madagascar, Malawi, Malaysia, Mali, Malta, Mauritius, Mexico, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nepal, Netherlands,
New Zealand, Nicaragua, Niger, Nigeria, North Korea, North Macedonia, Northern Ireland, Norway, Oman, Pakistan, Panama, Paraguay, Peru, Philippines, Poland, Portugal, Qatar,
Romania, Russia, Rwanda, Saudi Arabia, Scotland, Senegal, Serbia, Sierra Leone, Singapore, Slovakia, Slovenia, Somalia, South Africa, South Korea, Soviet Union, Spain, Sri Lanka,
Sudan, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Tunisia, Turkmenistan, Uganda, Ukraine, United Arab Emirates, United Kingdom, United States, Uruguay,
Uzbekistan, Venezuela, Vietnam, Wales, Yemen, Yugoslavia, Zambia, Zimbabwe,
Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maryland, Massachusetts,
Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon,
Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, West Virginia, Wisconsin, Wyoming, Ontario, Quebec, Alberta, British Columbia,
Bavaria, Catalonia, Brittany, Lombardy, Tuscany, Flanders, Silicon Valley, Scandinavia, Catalunya, Crete, Sicily, Siberia, Guangdong, Sichuan, Zhejiang, Jiangsu, Tamil Nadu, Karnataka,
Abu Dhabi, Addis Ababa, Ahmedabad, Amsterdam, Ankara, Antwerp, Athens, Atlanta, Auckland, Baghdad, Baltimore, Bangalore, Bangkok, Barcelona, Basel, Beijing, Beirut, Belfast, Belgrade,
Bengaluru, Bergen, Berkeley, Berlin, Bern, Bilbao, Birmingham, Bogota, Bogotá, Bologna, Bonn, Boston, Boulder, Brasilia, Bratislava, Bremen, Brisbane, Brooklyn, Bruges, Brussels,
Bucharest, Budapest, Buenos Aires, Cairo, Calgary, Canberra, Cape Town, Cardiff, Chennai, Chengdu, Chicago, Cincinnati, Cleveland, Cologne, Copenhagen, Dallas, Damascus, Delhi, Denver, Detroit,
Dhaka, Dresden, Dubai, Dublin, Dubrovnik, Durham, Düsseldorf, Edinburgh, Eindhoven, Espoo, Florence, Frankfurt, Fukuoka, Gdansk, Geneva, Genoa, Ghent, Glasgow, Gothenburg, Granada, Graz,
Grenoble, Guangzhou, Haifa, Hamburg, Hangzhou, Hanoi, Hanover, Havana, Heidelberg, Helsinki, Hiroshima, Ho Chi Minh City, Hong Kong, Honolulu, Houston, Hyderabad, Indianapolis, Istanbul,
Jakarta, Jerusalem, Johannesburg, Karachi, Karlsruhe, Kathmandu, Kiev, Kigali, Kobe, Kolkata, Krakow, Kraków, Kuala Lumpur, Kyiv, Kyoto, Lagos, Las Vegas, Lausanne, Leeds, Leipzig, Leuven, Lima,
Linköping, Lisbon, Liverpool, Ljubljana, London, Los Angeles, Luleå, Lund, Lyon, Madrid, Malmö, Manchester, Manhattan, Manila, Marseille, Medellín, Melbourne, Memphis, Mexico City, Miami, Milan,
Milwaukee, Minneapolis, Montevideo, Montpellier, Montreal, Montréal, Moscow, Mumbai, Munich, Nagoya, Nairobi, Nanjing, Naples, Nashville, New Delhi, New Orleans, New York City, Nuremberg, Oakland,
Osaka, Oslo, Ottawa, Padua, Palermo, Palo Alto, Paris, Philadelphia, Phoenix, Pisa, Pittsburgh, Portland, Porto, Poznan, Prague, Pune, Quito, Reykjavik, Riga, Rio de Janeiro, Riyadh,
Rome, Rotterdam, Sacramento, Saint Petersburg, Salt Lake City, Salzburg, San Antonio, San Diego, San Francisco, San Jose, Santa Barbara, Santa Clara, Santa Cruz, Santa Fe, Santa Monica, Santiago,
Sapporo, Sarajevo, Seattle, Seoul, Seville, Shanghai, Shenzhen, Sheffield, Sofia, Stockholm, St. Louis, Stuttgart, Suzhou, Sydney, São Paulo, Sao Paulo, Taipei, Tallinn, Tampa, Tampere, Tartu, Tbilisi, Tehran,
Tel Aviv, Thessaloniki, Tokyo, Toronto, Toulouse, Trento, Trieste, Trondheim, Tucson, Tunis, Turin, Uppsala, Utrecht, Valencia, Vancouver, Venice, Vienna, Vilnius, Warsaw, Washington, Wellington,
Winnipeg, Wroclaw, Wuhan, Yerevan, Yokohama, Zagreb, Zaragoza, Zurich, Zürich
`)
